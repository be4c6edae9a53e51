package org.sifang.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Fault;
import org.sifang.kernel.Ids;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.person.Document;
import org.sifang.person.FoundPerson;
import org.sifang.person.People;
import org.sifang.person.SavedPerson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was found for which notice: one case for each person and notice. The county that registers her first answers for
 * her; another one that finds her, too, is told which county has her, leaves a mark on the case and changes nothing.
 */
@Component
class Register {

    private final People people;
    private final CaseRows cases;
    private final Organizations organizations;
    private final Journal journal;
    private final ZoneId zone;

    Register(People people, CaseRows cases, Organizations organizations, Journal journal, Clock clock) {
        this.people = people;
        this.cases = cases;
        this.organizations = organizations;
        this.journal = journal;
        this.zone = clock.getZone();
    }

    /**
     * Where people come from: a sheet, or themselves.
     *
     * @param importId null when they came without a sheet
     * @param by user name of whoever brought them
     * @param selfDeclared whether they came by themselves
     */
    record Source(
            UUID notice, Organization holder, @Nullable UUID importId, String by, boolean selfDeclared) {

        Source(UUID notice, Organization holder, @Nullable UUID importId, String by) {
            this(notice, holder, importId, by, false);
        }

        /** Come by themselves: what is known of them is not changed by what they say. */
        static Source declared(UUID notice, Organization holder) {
            return new Source(notice, holder, null, Actor.SYSTEM, true);
        }

        /** Named by somebody who met them, or by those who asked around. */
        static Source named(UUID notice, Organization holder, String by) {
            return new Source(notice, holder, null, by, false);
        }
    }

    /**
     * Registers people in the caller's transaction; a thousand at once cost some ten statements.
     *
     * @param candidates each document only once
     * @return one for each, in the same order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Registered> register(Source source, List<Candidate> candidates, Instant now) {
        cases.lock(source.notice());
        Map<Document, PersonCase> known = known(source.notice(), documents(candidates));
        List<Candidate> ours = new ArrayList<>();
        List<UUID> seenElsewhere = new ArrayList<>();
        Map<Document, Registered> results = new HashMap<>();
        for (Candidate candidate : candidates) {
            PersonCase elsewhere = known.get(document(candidate));
            if (elsewhere == null || isOfSameCounty(elsewhere, source.holder())) {
                ours.add(candidate);
            } else {
                seenElsewhere.add(elsewhere.id());
                results.put(document(candidate), elsewhere(elsewhere));
            }
        }
        cases.sight(seenElsewhere, source.holder().code(), now);
        take(source, ours, known, results, now);
        return candidates.stream()
                .map(candidate -> results.get(document(candidate)))
                .toList();
    }

    private void take(
            Source source,
            List<Candidate> ours,
            Map<Document, PersonCase> known,
            Map<Document, Registered> results,
            Instant now) {
        List<FoundPerson> persons = ours.stream().map(Candidate::person).toList();
        List<SavedPerson> saved = source.selfDeclared()
                ? people.keep(persons, source.holder().code(), now)
                : people.save(persons, source.holder().code(), now);
        CarerMatch communities = CarerMatch.of(source.holder(), organizations.all());
        Changes changes = new Changes(source, communities, now.atZone(zone).toLocalDate(), now);
        for (int i = 0; i < ours.size(); i++) {
            Candidate candidate = ours.get(i);
            results.put(document(candidate), changes.judge(candidate, saved.get(i), known.get(document(candidate))));
        }
        cases.insert(changes.opened);
        cases.update(changes.changed);
        people.entrust(carers(changes.opened), now);
        journal.recordAll(
                changes.opened.stream().map(fresh -> found(fresh, source.by())).toList());
    }

    /** Cases to be opened or changed, as they come to light candidate by candidate. */
    private static final class Changes {

        private final Source source;
        private final CarerMatch communities;
        private final LocalDate today;
        private final Instant now;
        private final List<PersonCase> opened = new ArrayList<>();
        private final List<PersonCase> changed = new ArrayList<>();

        Changes(Source source, CarerMatch communities, LocalDate today, Instant now) {
            this.source = source;
            this.communities = communities;
            this.today = today;
            this.now = now;
        }

        Registered judge(Candidate candidate, SavedPerson person, @Nullable PersonCase before) {
            if (person.outcome() == SavedPerson.Outcome.CONFLICTING) {
                return Registered.conflict(Fault.at(Column.NAME.path(), "fault.screening.conflict.name"));
            }
            List<Fault> contradictions = candidate.contradictions(today);
            if (before == null) {
                String carer = communities.carer(candidate.person().address());
                PersonCase fresh = open(source, person.id(), candidate, carer, !contradictions.isEmpty(), now);
                opened.add(fresh);
                Outcome outcome = contradictions.isEmpty() ? Outcome.CREATED : Outcome.CONFLICTING;
                return new Registered(outcome, fresh.id(), true, contradictions);
            }
            PersonCase after = changed(before, candidate.category(), !contradictions.isEmpty());
            if (!after.equals(before)) {
                changed.add(after);
            } else if (person.outcome() == SavedPerson.Outcome.UNCHANGED) {
                return new Registered(Outcome.UNCHANGED, after.id(), false, List.of());
            }
            Outcome outcome = contradictions.isEmpty() ? Outcome.UPDATED : Outcome.CONFLICTING;
            return new Registered(outcome, after.id(), false, contradictions);
        }
    }

    /** Who looks after somebody has to know whom; codes by person. */
    private static Map<UUID, String> carers(List<PersonCase> opened) {
        Map<UUID, String> carers = new HashMap<>();
        for (PersonCase fresh : opened) {
            String carer = fresh.carer();
            if (carer != null && !carer.equals(fresh.organization())) {
                carers.put(fresh.person(), carer);
            }
        }
        return carers;
    }

    private static Entry found(PersonCase fresh, String by) {
        return new Entry(
                fresh.foundAt(),
                by,
                fresh.selfDeclared() ? "case.declared" : "case.found",
                "case",
                fresh.id().toString(),
                fresh.notice(),
                fresh.organization(),
                Map.of("category", fresh.category()));
    }

    private Map<Document, PersonCase> known(UUID notice, Collection<Document> documents) {
        Map<Document, UUID> ids = people.find(documents);
        Map<UUID, PersonCase> byPerson = cases.of(notice, ids.values());
        Map<Document, PersonCase> known = new HashMap<>();
        ids.forEach((document, person) -> {
            PersonCase found = byPerson.get(person);
            if (found != null) {
                known.put(document, found);
            }
        });
        return known;
    }

    private static boolean isOfSameCounty(PersonCase known, Organization holder) {
        return known.division().county().equals(holder.division().county());
    }

    private Registered elsewhere(PersonCase known) {
        String county = organizations
                .find(known.division().county().value())
                .or(() -> organizations.find(known.organization()))
                .map(Organization::name)
                .orElse(known.organization());
        return Registered.conflict(Fault.at(Column.DOCUMENT.path(), "fault.screening.conflict.elsewhere", county));
    }

    private static PersonCase open(
            Source source,
            UUID person,
            Candidate candidate,
            @Nullable String carer,
            boolean contradictory,
            Instant now) {
        Organization holder = source.holder();
        return new PersonCase(
                Ids.next(),
                source.notice(),
                person,
                holder.code(),
                holder.division(),
                holder.sector(),
                candidate.category(),
                CaseState.FOUND,
                contradictory ? Set.of(CaseMark.CONTRADICTION) : Set.of(),
                now,
                source.importId(),
                source.selfDeclared(),
                carer);
    }

    private static PersonCase changed(PersonCase before, String category, boolean contradictory) {
        Set<CaseMark> marks = EnumSet.noneOf(CaseMark.class);
        marks.addAll(before.marks());
        if (contradictory) {
            marks.add(CaseMark.CONTRADICTION);
        } else {
            marks.remove(CaseMark.CONTRADICTION);
        }
        return new PersonCase(
                before.id(),
                before.notice(),
                before.person(),
                before.organization(),
                before.division(),
                before.sector(),
                category,
                before.state(),
                marks,
                before.foundAt(),
                before.importId(),
                before.selfDeclared(),
                before.carer());
    }

    private static Document document(Candidate candidate) {
        return candidate.person().document();
    }

    private static List<Document> documents(List<Candidate> candidates) {
        return candidates.stream().map(Register::document).toList();
    }
}
