package org.sifang.screening;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.person.Document;
import org.sifang.person.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for people who are found without an import of a county: typed one by one, or on a short list that is taken in
 * at once, in the caller's transaction. They go the same way as those of a sheet, and are made known the same way.
 */
@Service
public class FoundIntake {

    /** What one transaction takes in at once. */
    private static final int MOST = 2_000;

    private final NoticeCategories notices;
    private final ImportAuthority authority;
    private final Register register;
    private final CaseRows cases;
    private final People people;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    FoundIntake(
            NoticeCategories notices,
            ImportAuthority authority,
            Register register,
            CaseRows cases,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notices = notices;
        this.authority = authority;
        this.register = register;
        this.cases = cases;
        this.people = people;
        this.events = events;
        this.zone = clock.getZone();
    }

    /**
     * What became of one person.
     *
     * @param row as Excel numbers it; 0 for one who was typed
     * @param caseId her case of this notice, also when another county has it; null when there is none
     * @param reasons why somebody has to look, or why she was left out
     */
    public record Taken(int row, Outcome outcome, @Nullable UUID caseId, List<Fault> reasons) {}

    /**
     * Takes in one person.
     *
     * @throws FaultsException with every fault; the paths are those of {@link TypedPerson}
     * @throws org.sifang.kernel.StateConflictException when the notice is not in force
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(UUID notice, String organization, TypedPerson typed, Actor by, Instant now) {
        NoticeToScreen wanted = inForce(notice);
        CheckedRow checked = typed.check(wanted, today(now));
        Candidate candidate = checked.candidate();
        if (candidate == null) {
            throw new FaultsException(checked.faults());
        }
        Organization holder = authority.require(organization, by);
        return register(wanted, holder, List.of(new SheetReading.Numbered(0, candidate)), by, now)
                .get(0);
    }

    /**
     * Takes in a list, under the headings of an imported sheet.
     *
     * @return one for each row, those left out among them, in the order of the list
     * @throws FaultsException when the file cannot be read, or is too long
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Taken> takeSheet(UUID notice, String organization, byte[] content, Actor by, Instant now) {
        NoticeToScreen wanted = inForce(notice);
        Organization holder = authority.require(organization, by);
        List<Taken> taken = new ArrayList<>();
        try (OpenSheet sheet = SheetFile.open(content)) {
            SheetReading reading = new SheetReading(sheet, new RowCheck(sheet.header(), wanted, today(now)), 0);
            Optional<SheetReading.Chunk> chunk = reading.next(MOST + 1, MOST);
            if (chunk.isPresent()) {
                chunk.get()
                        .decided()
                        .forEach(row -> taken.add(new Taken(row.number(), row.outcome(), null, row.reasons())));
                taken.addAll(register(wanted, holder, chunk.get().candidates(), by, now));
            }
        } catch (UnreadableSheet refused) {
            throw new FaultsException(refused.faults());
        } catch (IOException broken) {
            throw new FaultsException(Fault.at("file", "fault.screening.file.broken"));
        }
        taken.sort((one, other) -> Integer.compare(one.row(), other.row()));
        return taken;
    }

    /** The categories a notice looks for, by code, in its order. */
    public Map<String, String> categories(UUID notice) {
        return notices.require(notice).categories().stream()
                .collect(Collectors.toMap(
                        category -> category.code(),
                        category -> category.name(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private NoticeToScreen inForce(UUID id) {
        NoticeToScreen notice = notices.require(id);
        notice.requireInForce();
        return notice;
    }

    private LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    private List<Taken> register(
            NoticeToScreen notice, Organization holder, List<SheetReading.Numbered> numbered, Actor by, Instant now) {
        if (numbered.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates =
                numbered.stream().map(SheetReading.Numbered::candidate).toList();
        List<Registered> registered =
                register.register(Register.Source.named(notice.id(), holder, by.username()), candidates, now);
        Map<Document, UUID> known = known(notice.id(), candidates);
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Registered one = registered.get(i);
            UUID caseId =
                    one.caseId() == null ? known.get(candidates.get(i).person().document()) : one.caseId();
            taken.add(new Taken(numbered.get(i).row(), one.outcome(), caseId, one.reasons()));
        }
        int fresh = (int) registered.stream().filter(Registered::fresh).count();
        if (fresh > 0) {
            events.publishEvent(new PeopleFound(notice.id(), holder.code(), null, fresh));
        }
        return taken;
    }

    /** Cases of this notice, also those of another county. */
    private Map<Document, UUID> known(UUID notice, Collection<Candidate> candidates) {
        Map<Document, UUID> persons = people.find(
                candidates.stream().map(one -> one.person().document()).toList());
        Map<UUID, PersonCase> byPerson = cases.of(notice, persons.values());
        Map<Document, UUID> known = new HashMap<>();
        persons.forEach((document, person) -> {
            PersonCase found = byPerson.get(person);
            if (found != null) {
                known.put(document, found.id());
            }
        });
        return known;
    }
}
