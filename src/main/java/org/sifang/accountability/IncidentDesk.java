package org.sifang.accountability;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.engine.Incident;
import org.sifang.engine.Incidents;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubjects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps of processes that failed for good: a supervisor sees those about his place, why they failed, and has them tried
 * again. What is about nobody in particular, such as a round, is the business of whoever supervises a whole place.
 */
@Service
public class IncidentDesk {

    private static final int MOST = 200;

    private final Incidents incidents;
    private final List<WorkSubjects> subjects;
    private final Journal journal;
    private final Clock clock;

    IncidentDesk(Incidents incidents, List<WorkSubjects> subjects, Journal journal, Clock clock) {
        this.incidents = incidents;
        this.subjects = subjects;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * An incident and what it is about.
     *
     * @param title of the subject; null when it is about nobody in particular
     */
    public record Failed(
            Incident incident,
            @Nullable String title,
            @Nullable String detail) {}

    public static boolean mayRetry(Actor reader) {
        return reader.isOneOf(Role.SUPERVISOR, Role.ADMIN);
    }

    /** Those he may see, the oldest first; none for who is no supervisor. */
    public List<Failed> list(Actor reader) {
        return mayRetry(reader)
                ? incidents.list(MOST).stream()
                        .map(incident -> new Known(incident, subject(incident)))
                        .filter(known -> covers(known, reader))
                        .map(Known::failed)
                        .toList()
                : List.of();
    }

    /**
     * Has it tried again.
     *
     * @throws NotFoundException when there is none he may see, or it has been tried again meanwhile
     */
    @Transactional
    public void retry(String job, Actor by) {
        by.require(Role.SUPERVISOR, Role.ADMIN);
        Known known = incidents
                .find(job)
                .map(incident -> new Known(incident, subject(incident)))
                .filter(one -> covers(one, by))
                .orElseThrow(() -> new NotFoundException("incident"));
        if (!incidents.retry(job)) {
            throw new NotFoundException("incident");
        }
        Incident incident = known.incident();
        UUID key = incident.businessKey();
        journal.record(new Entry(
                clock.instant(),
                by.username(),
                "incident.retried",
                "process",
                key == null ? job : key.toString(),
                known.subject() == null ? null : known.subject().notice(),
                by.organization(),
                Map.of(
                        "process",
                        incident.processName(),
                        "step",
                        incident.step(),
                        "cause",
                        "@incident.cause." + incident.cause())));
    }

    private record Known(Incident incident, @Nullable WorkSubject subject) {

        Failed failed() {
            return new Failed(
                    incident, subject == null ? null : subject.title(), subject == null ? null : subject.detail());
        }
    }

    private static boolean covers(Known known, Actor reader) {
        WorkSubject subject = known.subject();
        if (subject == null) {
            return reader.scope().reaches().stream()
                    .anyMatch(reach -> reach.divisionPrefix() != null && reach.sector() == null);
        }
        return subject.parties().values().stream()
                .anyMatch(party -> reader.scope().covers(party.organization(), party.division(), party.sector()));
    }

    private @Nullable WorkSubject subject(Incident incident) {
        UUID key = incident.businessKey();
        return key == null
                ? null
                : subjects.stream()
                        .filter(some -> some.processes().contains(incident.process()))
                        .findFirst()
                        .map(some ->
                                some.describe(incident.process(), Set.of(key)).get(key))
                        .orElse(null);
    }
}
