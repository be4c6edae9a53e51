package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sifang.isolation.CheckPowers.Owner;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.screening.FoundCases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the visits of the follow-up are recorded. */
@Service
public class FollowUpDesk {

    private final FollowUpVisits visits;
    private final FoundCases cases;
    private final ReportedSymptoms reported;
    private final Journal journal;
    private final Clock clock;

    FollowUpDesk(FollowUpVisits visits, FoundCases cases, ReportedSymptoms reported, Journal journal, Clock clock) {
        this.visits = visits;
        this.cases = cases;
        this.reported = reported;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Records a visit, also late, as long as the follow-up runs.
     *
     * @param met whether she was met; symptoms are only asked of somebody met
     * @throws NotFoundException when there is none in his scope
     * @throws StateConflictException when the visit is still to come, was done, or the follow-up is over
     */
    @Transactional
    public FollowUpVisit record(UUID id, boolean met, Set<Symptom> symptoms, Actor by, Instant now) {
        FollowUpVisit visit = visits.lock(id)
                .filter(known -> CheckPowers.sees(by, Owner.of(known)))
                .orElseThrow(() -> new NotFoundException("visit"));
        CheckPowers.requireAnswer(by, Owner.of(visit));
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        if (!visit.open() || visit.dueOn().isAfter(today)) {
            String actual =
                    visit.over() ? DailyCheckState.VOID.name() : visit.state().name();
            throw new StateConflictException("visit", actual, DailyCheckState.DUE.name());
        }
        boolean late = today.isAfter(visit.dueOn());
        if (!met) {
            visits.notMet(id, by.username(), late);
        } else {
            Set<Symptom> asked = EnumSet.noneOf(Symptom.class);
            asked.addAll(symptoms);
            visits.done(id, asked, by.username(), late, now);
            if (!asked.isEmpty()) {
                cases.find(visit.caseId()).ifPresent(reported::inFollowUp);
            }
        }
        String action = !met ? "case.visit.tried" : symptoms.isEmpty() ? "case.visited" : "case.visited.symptoms";
        journal.record(new Entry(
                now,
                by.username(),
                action,
                "case",
                visit.caseId().toString(),
                visit.notice(),
                visit.organization(),
                Map.of("day", visit.dueOn().toString())));
        return visits.find(id).orElseThrow();
    }
}
