package org.sifang.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.person.ByDocument;
import org.sifang.person.Document;
import org.sifang.person.People;
import org.sifang.person.PersonClear;
import org.sifang.person.PersonMasked;
import org.sifang.person.PersonName;
import org.sifang.person.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people found, case by case: masked for everybody in scope, unmasked for those who hold them and say why. */
@Service
public class Cases {

    private final CaseSearch search;
    private final CaseRows rows;
    private final People people;

    Cases(CaseSearch search, CaseRows rows, People people) {
        this.search = search;
        this.rows = rows;
        this.people = people;
    }

    /** Those in his scope, the latest first. */
    public ItemPage<CaseView> list(CaseFilter filter, Actor actor, int page, int size) {
        List<PersonCase> found =
                search.page(filter, actor, Math.toIntExact(Math.multiplyExact((long) page, size)), size);
        return new ItemPage<>(masked(found), search.count(filter, actor), page, size);
    }

    /**
     * The same without counting, from one case on; one page costs the same wherever it lies.
     *
     * @param below id of the last case of the page before; null for the first page
     */
    public List<CaseView> below(CaseFilter filter, Actor actor, @Nullable UUID below, int limit) {
        return masked(search.below(filter, actor, below, limit));
    }

    public long count(CaseFilter filter, Actor actor) {
        return search.count(filter, actor);
    }

    /** How many there are, by where they stand now; what the filter says of state and mark narrows only the matching. */
    public CaseNumbers numbers(CaseFilter filter, Actor actor, LocalDate today) {
        return search.numbers(filter, actor, today);
    }

    /** Those that the filter leaves, without their people: to do something for all of them; the latest first. */
    public List<PersonCase> all(CaseFilter filter, Actor actor, int limit) {
        return search.below(filter, actor, null, limit);
    }

    /** Those of these that he may see, the latest first. */
    public List<CaseView> select(Collection<UUID> ids, Actor actor) {
        return masked(search.of(ids, actor));
    }

    /** Other cases of the same person, for other notices; also those that the reader may not see. */
    public List<PersonCase> others(PersonCase found) {
        return search.of(found.person()).stream()
                .filter(other -> !other.id().equals(found.id()))
                .toList();
    }

    /** @throws NotFoundException when there is none in his scope */
    public CaseView require(UUID id, Actor actor) {
        PersonCase found = requireCase(id, actor);
        return new CaseView(found, people.view(found.person()));
    }

    /** What the person's document says of her sex and age, to stand beside what was typed. */
    public ByDocument derived(PersonCase found, LocalDate today) {
        return people.byDocument(found.person(), today);
    }

    /** Whether he may see this person unmasked. */
    public boolean mayReveal(PersonCase found, Actor actor) {
        return people.mayReveal(List.of(found.person()), actor);
    }

    /**
     * The person unmasked; the journal keeps who saw her and why.
     *
     * @throws NotFoundException when there is none in his scope
     * @throws org.springframework.security.access.AccessDeniedException when he is not among those who hold her
     * @throws FaultsException when the reason says nothing
     */
    @Transactional
    public PersonClear reveal(UUID id, String reason, Actor actor, Instant now) {
        PersonCase found = requireCase(id, actor);
        Purpose purpose = new Purpose(reason, "case", id.toString(), found.notice(), found.organization());
        return people.reveal(List.of(found.person()), actor, purpose, now).get(0);
    }

    /**
     * Gives the person another name, when she was registered under a wrong one: a sheet never does that.
     *
     * @throws FaultsException with everything wrong with the name and the reason
     */
    @Transactional
    public void correctName(UUID id, String name, String reason, Actor actor, Instant now) {
        PersonCase found = requireCase(id, actor);
        List<Fault> faults = name.isBlank()
                ? List.of(Fault.at("name", "fault.screening.required.NAME"))
                : PersonName.faults("name", name);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        Purpose purpose = new Purpose(reason, "case", id.toString(), found.notice(), found.organization());
        people.correctName(found.person(), PersonName.of(name), actor, purpose, now);
    }

    /** Codes of other organisations that found the same person for the same notice. */
    public List<String> sightings(UUID id) {
        return rows.sightings(id);
    }

    /** The cases of the person with this document that the reader may see, the latest first. */
    public List<PersonCase> of(Document document, Actor actor) {
        return people.find(document).map(search::of).orElse(List.of()).stream()
                .filter(found -> FoundCases.inScope(found, actor))
                .toList();
    }

    private PersonCase requireCase(UUID id, Actor actor) {
        return search.find(id)
                .filter(found -> FoundCases.inScope(found, actor))
                .orElseThrow(() -> new NotFoundException("case"));
    }

    private List<CaseView> masked(List<PersonCase> found) {
        Map<UUID, PersonMasked> masked =
                people.masked(found.stream().map(PersonCase::person).toList());
        return found.stream().map(one -> new CaseView(one, person(one, masked))).toList();
    }

    private static PersonMasked person(PersonCase found, Map<UUID, PersonMasked> masked) {
        PersonMasked person = masked.get(found.person());
        if (person == null) {
            throw new IllegalStateException("A case without a person: " + found.id());
        }
        return person;
    }
}
