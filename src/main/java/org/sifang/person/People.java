package org.sifang.person;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.person.PersonRows.Row;
import org.sifang.person.SavedPerson.Outcome;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everybody the house knows of. People come in as they were found and go out masked; unmasked only to those who hold them,
 * and never without an entry in the journal.
 */
@Service
public class People {

    /** Bytes of a phone's hash that are given out: no two numbers of a country meet in them. */
    private static final int PHONE_HASH = 12;

    private final PersonRows rows;
    private final PersonSeal seal;
    private final Unmasking unmasking;
    private final Journal journal;

    People(PersonRows rows, PersonSeal seal, Unmasking unmasking, Journal journal) {
        this.rows = rows;
        this.seal = seal;
        this.unmasking = unmasking;
        this.journal = journal;
    }

    /**
     * Takes people in, in the caller's transaction: some thousand at once cost six statements. A person is recognised by
     * her document; the name of a known one is never overwritten.
     *
     * @param found each document only once
     * @param holder code of the organisation that found them and may see them unmasked from now on; it does not become
     *     the holder of those in conflict
     * @return one for each found, in the same order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SavedPerson> save(List<FoundPerson> found, String holder, Instant now) {
        return take(found, holder, true, now);
    }

    /** As {@link #save}, but leaves everything that is known as it is: for what nobody has checked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SavedPerson> keep(List<FoundPerson> found, String holder, Instant now) {
        return take(found, holder, false, now);
    }

    private List<SavedPerson> take(List<FoundPerson> found, String holder, boolean update, Instant now) {
        Map<ByteBuffer, FoundPerson> wanted = new LinkedHashMap<>();
        found.forEach(person -> wanted.put(index(person.document()), person));
        if (wanted.size() < found.size()) {
            throw new IllegalArgumentException("The same document twice");
        }
        Map<ByteBuffer, SavedPerson> saved = new HashMap<>();
        Map<ByteBuffer, Row> known = rows.lock(wanted.keySet());
        create(wanted, known.keySet(), now)
                .forEach((index, id) -> saved.put(index, new SavedPerson(id, Outcome.CREATED)));
        if (saved.size() + known.size() < wanted.size()) {
            // Somebody else took in some of them between the two statements.
            known = rows.lock(wanted.keySet());
            known.keySet().removeAll(saved.keySet());
        }
        compare(wanted, known, saved, update, now);
        rows.hold(
                saved.values().stream()
                        .filter(person -> person.outcome() != Outcome.CONFLICTING)
                        .map(SavedPerson::id)
                        .toList(),
                holder,
                now);
        return wanted.keySet().stream().map(saved::get).toList();
    }

    private Map<ByteBuffer, UUID> create(Map<ByteBuffer, FoundPerson> wanted, Set<ByteBuffer> known, Instant now) {
        Map<ByteBuffer, Row> fresh = new LinkedHashMap<>();
        wanted.forEach((index, person) -> {
            if (!known.contains(index)) {
                UUID id = Ids.next();
                fresh.put(index, new Row(id, index, seal.seal(id, person)));
            }
        });
        Map<ByteBuffer, UUID> created = new HashMap<>();
        if (!fresh.isEmpty()) {
            for (ByteBuffer index : rows.insert(fresh.values(), seal.key(), now)) {
                Row row = fresh.get(index);
                if (row != null) {
                    created.put(index, row.id());
                }
            }
        }
        return created;
    }

    private void compare(
            Map<ByteBuffer, FoundPerson> wanted,
            Map<ByteBuffer, Row> known,
            Map<ByteBuffer, SavedPerson> saved,
            boolean update,
            Instant now) {
        List<Row> changed = new ArrayList<>();
        known.forEach((index, row) -> {
            FoundPerson person = wanted.get(index);
            if (person != null) {
                Outcome outcome = PersonComparison.of(seal.open(row.id(), row.sealed()), person);
                if (outcome == Outcome.UPDATED && !update) {
                    outcome = Outcome.UNCHANGED;
                }
                if (outcome == Outcome.UPDATED) {
                    changed.add(new Row(row.id(), index, seal.seal(row.id(), person)));
                }
                saved.put(index, new SavedPerson(row.id(), outcome));
            }
        });
        if (!changed.isEmpty()) {
            rows.update(changed, seal.key(), now);
        }
    }

    /** Which fields (name, phone, address, sex, age) say something else than is known; nothing of either comes out. */
    public Set<String> differences(UUID id, FoundPerson found) {
        return PersonComparison.differences(clear(List.of(id)).get(0), found);
    }

    /** Ids of those who are known by these documents. */
    public Map<Document, UUID> find(Collection<Document> documents) {
        Map<ByteBuffer, Document> wanted = new HashMap<>();
        documents.forEach(document -> wanted.put(index(document), document));
        Map<Document, UUID> found = new HashMap<>();
        rows.find(wanted.keySet()).forEach((index, id) -> {
            Document document = wanted.get(index);
            if (document != null) {
                found.put(document, id);
            }
        });
        return found;
    }

    public Optional<UUID> find(Document document) {
        return Optional.ofNullable(find(List.of(document)).get(document));
    }

    /** @throws NotFoundException when there is no such person */
    public PersonMasked view(UUID id) {
        return Optional.ofNullable(masked(List.of(id)).get(id)).orElseThrow(() -> new NotFoundException("person"));
    }

    /** By id, in the order asked for. */
    public Map<UUID, PersonMasked> masked(Collection<UUID> ids) {
        Map<UUID, PersonMasked> masked = new LinkedHashMap<>();
        clear(ids).forEach(person -> masked.put(person.id(), person.masked()));
        return masked;
    }

    /**
     * What the person's document says of her, for those who check what was typed.
     *
     * @throws NotFoundException when there is no such person
     */
    public ByDocument byDocument(UUID id, LocalDate today) {
        return clear(List.of(id)).stream()
                .findFirst()
                .map(person -> new ByDocument(
                        person.document().sex().orElse(null),
                        person.document().ageOn(today).orElse(null)))
                .orElseThrow(() -> new NotFoundException("person"));
    }

    /** Whether this officer may see these people unmasked. */
    public boolean mayReveal(Collection<UUID> ids, Actor actor) {
        Map<UUID, List<String>> holders = rows.holders(ids);
        return new HashSet<>(ids)
                .stream().allMatch(id -> unmasking.isAllowed(actor, holders.getOrDefault(id, List.of())));
    }

    /** Whether this officer may see unmasked whom the organisation of this code holds. */
    public boolean mayReveal(String holder, Actor actor) {
        return unmasking.isAllowed(actor, List.of(holder));
    }

    /**
     * People unmasked, for an officer of an organisation that holds them; writes that down.
     *
     * @throws AccessDeniedException when he may not see one of them
     */
    @Transactional
    public List<PersonClear> reveal(Collection<UUID> ids, Actor actor, Purpose purpose, Instant now) {
        if (!mayReveal(ids, actor)) {
            throw new AccessDeniedException("Not a holder of these people");
        }
        record(ids.size(), "person.revealed", actor.username(), purpose, now);
        return clear(ids);
    }

    /**
     * People unmasked, for a paper or a table that the law or the notice orders; writes that down. The caller answers for
     * who gets it. Some thousand at a time.
     *
     * @param actor user name of whoever caused it, or {@link Actor#SYSTEM}
     */
    @Transactional
    public List<PersonClear> disclose(Collection<UUID> ids, String actor, Purpose purpose, Instant now) {
        record(ids.size(), "person.disclosed", actor, purpose, now);
        return clear(ids);
    }

    /**
     * Gives a person another name, when the one she was registered under was wrong; writes that down, not the names.
     *
     * @throws AccessDeniedException when he may not see her unmasked
     */
    @Transactional
    public void correctName(UUID id, PersonName name, Actor actor, Purpose purpose, Instant now) {
        if (!mayReveal(List.of(id), actor)) {
            throw new AccessDeniedException("Not a holder of this person");
        }
        Row row = rows.lock(id).orElseThrow(() -> new NotFoundException("person"));
        PersonClear known = seal.open(id, row.sealed());
        FoundPerson corrected = new FoundPerson(
                known.document(), name, known.sex(), known.age(), new PhoneNumber(known.phone()), known.address());
        rows.update(List.of(new Row(id, row.index(), seal.seal(id, corrected))), seal.key(), now);
        record(1, "person.renamed", actor.username(), purpose, now);
    }

    /**
     * Who can be reached under one phone: for each of these people a keyed hash of her first number, in hexadecimal digits,
     * equal for those who share it and telling nothing else.
     */
    public Map<UUID, String> reachedUnder(Collection<UUID> ids) {
        Map<UUID, String> phones = new HashMap<>();
        clear(ids)
                .forEach(person ->
                        phones.put(person.id(), HexFormat.of().formatHex(seal.reachedUnder(person), 0, PHONE_HASH)));
        return phones;
    }

    /** Another organisation holds these people from now on, too. */
    @Transactional
    public void entrust(Collection<UUID> ids, String organization, Instant now) {
        rows.hold(ids, organization, now);
    }

    /**
     * The same for many at once, with one statement.
     *
     * @param holders code of the organisation, by person
     */
    @Transactional
    public void entrust(Map<UUID, String> holders, Instant now) {
        rows.hold(holders, now);
    }

    private void record(int count, String action, String actor, Purpose purpose, Instant now) {
        journal.record(new Entry(
                now,
                actor,
                action,
                purpose.subjectType(),
                purpose.subject(),
                purpose.notice(),
                purpose.organization(),
                Map.of("reason", purpose.reason(), "count", Integer.toString(count))));
    }

    private List<PersonClear> clear(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows.read(ids).stream()
                        .map(row -> seal.open(row.id(), row.sealed()))
                        .toList();
    }

    private ByteBuffer index(Document document) {
        return ByteBuffer.wrap(seal.index(document));
    }
}
