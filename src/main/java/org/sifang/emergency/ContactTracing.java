package org.sifang.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.FoundCases;
import org.sifang.screening.FoundIntake;
import org.sifang.screening.FoundIntake.Taken;
import org.sifang.screening.Outcome;
import org.sifang.screening.PersonCase;
import org.sifang.screening.TypedPerson;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom the positive met: each becomes a found person of the same notice, and stays tied to the emergency. */
@Service
public class ContactTracing {

    private final Emergencies emergencies;
    private final ContactRows rows;
    private final FoundIntake intake;
    private final FoundCases cases;
    private final People people;
    private final Organizations organizations;
    private final Announcer announcer;
    private final Journal journal;

    ContactTracing(
            Emergencies emergencies,
            ContactRows rows,
            FoundIntake intake,
            FoundCases cases,
            People people,
            Organizations organizations,
            Announcer announcer,
            Journal journal) {
        this.emergencies = emergencies;
        this.rows = rows;
        this.intake = intake;
        this.cases = cases;
        this.people = people;
        this.organizations = organizations;
        this.announcer = announcer;
        this.journal = journal;
    }

    /**
     * A contact as the reader may see her.
     *
     * @param person null when she is not in his scope
     * @param organization name of the one that answers for her
     */
    public record ContactView(
            Contact contact,
            @Nullable PersonCase found,
            @Nullable PersonMasked person,
            String organization) {}

    /**
     * What became of a list.
     *
     * @param counts of the rows, by outcome
     * @param tied how many people are tied to the emergency by it
     * @param remarks rows that somebody has to look at, or that were left out
     */
    public record ListTaken(Map<Outcome, Integer> counts, int tied, List<Taken> remarks) {}

    /**
     * Names one contact.
     *
     * @throws FaultsException with every fault of what was typed
     * @throws StateConflictException when the emergency was stood down
     */
    @Transactional
    public Taken add(UUID id, TypedPerson typed, Degree degree, Relation relation, Actor by, Instant now) {
        Emergency emergency = standing(id, by);
        Taken taken = intake.take(emergency.notice(), emergency.organization(), typed, by, now);
        if (taken.caseId() == null) {
            throw new FaultsException(taken.reasons());
        }
        if (taken.caseId().equals(emergency.personCase())) {
            throw new FaultsException(Fault.at("document", "fault.emergency.contact.self"));
        }
        tie(emergency, List.of(taken), degree, relation, by, now);
        return taken;
    }

    /** Names everybody on a list, all of them of one degree and relation. */
    @Transactional
    public ListTaken addList(UUID id, byte[] content, Degree degree, Relation relation, Actor by, Instant now) {
        Emergency emergency = standing(id, by);
        List<Taken> taken = intake.takeSheet(emergency.notice(), emergency.organization(), content, by, now);
        int tied = tie(emergency, taken, degree, relation, by, now);
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, (int)
                    taken.stream().filter(one -> one.outcome() == outcome).count());
        }
        return new ListTaken(
                counts,
                tied,
                taken.stream().filter(one -> !one.reasons().isEmpty()).toList());
    }

    /** The contacts, the nearest first; masked, and only a mention of those whom the reader may not see. */
    public List<ContactView> list(UUID id, Actor reader) {
        emergencies.require(id, reader);
        List<Contact> contacts = rows.of(id);
        Map<UUID, PersonCase> found = cases
                .find(contacts.stream().map(Contact::personCase).toList())
                .stream()
                .collect(Collectors.toMap(PersonCase::id, Function.identity()));
        Map<UUID, PersonMasked> masked = people.masked(found.values().stream()
                .filter(one -> FoundCases.inScope(one, reader))
                .map(PersonCase::person)
                .toList());
        List<ContactView> views = new ArrayList<>();
        for (Contact contact : contacts) {
            PersonCase known = found.get(contact.personCase());
            PersonMasked person = known == null ? null : masked.get(known.person());
            views.add(new ContactView(
                    contact,
                    person == null ? null : known,
                    person,
                    known == null ? "" : organization(known.organization())));
        }
        return views;
    }

    /** Where this case was named as a contact. */
    public List<Contact> naming(UUID personCase) {
        return rows.naming(personCase);
    }

    /** The categories of the emergency's notice, by code. */
    public Map<String, String> categories(Emergency emergency) {
        return intake.categories(emergency.notice());
    }

    /** Whether he may name contacts: those who work for the county's command. */
    public boolean mayAdd(Emergency emergency, Actor actor) {
        return emergency.state() != EmergencyState.STOOD_DOWN
                && actor.groups().stream().anyMatch(group -> group.startsWith(emergency.organization() + "/"))
                && actor.groups().stream().anyMatch(group -> group.endsWith("/OFFICER") || group.endsWith("/LEADER"));
    }

    private Emergency standing(UUID id, Actor by) {
        Emergency emergency = emergencies.require(id, by);
        if (emergency.state() == EmergencyState.STOOD_DOWN) {
            throw new StateConflictException("emergency", emergency.state().name(), "OPEN,DONE");
        }
        if (!mayAdd(emergency, by)) {
            throw new AccessDeniedException("Does not work for the county's command");
        }
        return emergency;
    }

    private int tie(Emergency emergency, List<Taken> taken, Degree degree, Relation relation, Actor by, Instant now) {
        List<UUID> named = taken.stream()
                .map(Taken::caseId)
                .filter(Objects::nonNull)
                .filter(one -> !one.equals(emergency.personCase()))
                .distinct()
                .toList();
        rows.add(named.stream()
                .map(one -> new Contact(emergency.id(), one, degree, relation, now, by.username()))
                .toList());
        long created =
                taken.stream().filter(one -> one.outcome() == Outcome.CREATED).count();
        announcer.record(
                emergency,
                "contacts",
                by.username(),
                Map.of("count", Integer.toString(named.size()), "created", Long.toString(created)),
                now);
        journal.recordAll(cases.find(named).stream()
                .map(one -> new Entry(
                        now,
                        by.username(),
                        "case.contact",
                        "case",
                        one.id().toString(),
                        one.notice(),
                        one.organization(),
                        Map.of(
                                "degree", Wording.message("emergency.degree." + degree),
                                "relation", Wording.message("emergency.relation." + relation),
                                "emergency", emergency.id().toString())))
                .toList());
        return named.size();
    }

    private String organization(String code) {
        return organizations.find(code).map(one -> one.name()).orElse(code);
    }
}
