package org.sifang.labtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.TypedText;
import org.sifang.labtest.Matching.Match;
import org.sifang.labtest.Unmatched.Why;
import org.sifang.organization.Actor;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Results as laboratories send them, one or some thousand. What belongs to a test is its result; what was known before
 * changes nothing; the rest waits, sealed, until its test is there or somebody decides what it is.
 */
@Service
public class Incoming {

    private static final int SWEEP = 500;

    private final Matching matching;
    private final Results results;
    private final Pools pools;
    private final UnmatchedRows queue;
    private final People people;
    private final Laboratories laboratories;
    private final PositiveAlarm alarm;

    Incoming(
            Matching matching,
            Results results,
            Pools pools,
            UnmatchedRows queue,
            People people,
            Laboratories laboratories,
            PositiveAlarm alarm) {
        this.matching = matching;
        this.results = results;
        this.pools = pools;
        this.queue = queue;
        this.people = people;
        this.laboratories = laboratories;
        this.alarm = alarm;
    }

    /**
     * Takes a list in, all of it or nothing.
     *
     * @param byLaboratory results by the code of the laboratory that found them
     * @throws NotFoundException when he may not see one of the laboratories
     * @throws org.springframework.security.access.AccessDeniedException when he may not speak for one of them
     */
    @Transactional
    public Receipt take(Map<String, List<IncomingResult>> byLaboratory, Actor by, Source source, Instant now) {
        byLaboratory.keySet().forEach(laboratory -> laboratories.requireToSpeakFor(laboratory, by));
        int accepted = 0;
        int unmatched = 0;
        int duplicates = 0;
        for (Map.Entry<String, List<IncomingResult>> part : byLaboratory.entrySet()) {
            Receipt receipt = take(part.getKey(), part.getValue(), by, source, now);
            accepted += receipt.accepted();
            unmatched += receipt.unmatched();
            duplicates += receipt.duplicates();
        }
        return new Receipt(accepted, unmatched, duplicates);
    }

    private Receipt take(String laboratory, List<IncomingResult> incoming, Actor by, Source source, Instant now) {
        List<Match> matches = matching.match(laboratory, incoming);
        int accepted = apply(matches, laboratory, by, source, now);
        List<Unmatched> waiting = new ArrayList<>();
        for (Match match : matches) {
            if (match.why() != null) {
                waiting.add(new Unmatched(
                        Ids.next(),
                        laboratory,
                        match.why(),
                        match.incoming(),
                        match.person(),
                        now,
                        by.username(),
                        source));
            }
        }
        int queued = queue.insert(waiting);
        if (queued > 0) {
            alarm.raise(laboratory, waiting);
        }
        return new Receipt(accepted, queued, incoming.size() - accepted - queued);
    }

    /** Answers how many of them are results now. */
    private int apply(List<Match> matches, String laboratory, Actor by, Source source, Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (Match match : matches) {
            IncomingResult one = match.incoming();
            match.tests().forEach(test -> findings.add(new Finding(test, one.result(), one.testedAt(), laboratory)));
        }
        // Before the pools: a member that has a result of her own is none of her pool's any more.
        results.take(findings, by.username(), source, now);
        int accepted = 0;
        for (Match match : matches) {
            Pool pool = match.pool();
            if (pool != null) {
                pools.decide(
                        pool.id(), match.incoming().result(), match.incoming().testedAt(), by, now);
            }
            accepted += pool != null || !match.tests().isEmpty() ? 1 : 0;
        }
        return accepted;
    }

    /** Some of the people nobody knew may be known by now: looks them up, and gives them what waits for them. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void lookUpUnknown(Instant now) {
        List<Unmatched> unknown = queue.lockUnknown(SWEEP);
        Map<Document, UUID> found = people.find(unknown.stream()
                .map(one -> one.incoming().document())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, UUID> known = new HashMap<>();
        for (Unmatched one : unknown) {
            Document document = one.incoming().document();
            UUID person = document == null ? null : found.get(document);
            if (person != null) {
                known.put(one.id(), person);
            }
        }
        if (!known.isEmpty()) {
            queue.known(known);
            giveTo(known.values(), now);
        }
    }

    /** These people have new tests; what waits for them may belong to one. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void lookUp(Collection<UUID> ids, Instant now) {
        giveTo(ids, now);
    }

    /** A sample is on its way in this tube; its result may be there already. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void lookUp(String laboratory, String tube, Instant now) {
        give(queue.lockOf(laboratory, tube), now);
    }

    private void giveTo(Collection<UUID> ids, Instant now) {
        give(queue.lockOf(ids), now);
    }

    private void give(List<Unmatched> waiting, Instant now) {
        for (Unmatched one : waiting) {
            Match match =
                    matching.match(one.laboratory(), List.of(one.incoming())).get(0);
            if (!match.tests().isEmpty()) {
                give(one, match, Actor.SYSTEM, now);
            }
        }
    }

    private void give(Unmatched one, Match match, String by, Instant now) {
        results.take(
                match.tests().stream()
                        .map(test ->
                                new Finding(test, one.result(), one.incoming().testedAt(), one.laboratory()))
                        .toList(),
                by,
                Source.QUEUE,
                now);
        queue.settle(one.id(), match.tests().get(0), null, by, now);
    }

    /**
     * Somebody knows whose result it is.
     *
     * @param number of the person's document, or on the tube
     * @throws NotFoundException when there is none that waits, or none he may see
     * @throws FaultsException when no open test belongs to what he says; path {@code number}
     */
    @Transactional
    public void match(UUID id, @Nullable String number, Actor by, Instant now) {
        Unmatched one = require(id, by);
        String typed = TypedText.compact(number == null ? "" : number).toUpperCase(Locale.ROOT);
        if (typed.isEmpty()) {
            throw new FaultsException(Fault.at("number", "fault.labtest.nobody"));
        }
        IncomingResult corrected = new IncomingResult(
                document(typed), typed, one.result(), one.incoming().testedAt());
        Match match = matching.match(one.laboratory(), List.of(corrected)).get(0);
        Pool pool = match.pool();
        if (pool != null) {
            pools.decide(pool.id(), one.result(), corrected.testedAt(), by, now);
            queue.settle(id, null, null, by.username(), now);
        } else if (match.isDuplicate()) {
            throw new FaultsException(Fault.at("number", "fault.labtest.unmatched.known"));
        } else if (match.why() != null) {
            throw new FaultsException(Fault.at("number", "fault.labtest.unmatched." + match.why()));
        } else {
            give(one, match, by.username(), now);
        }
    }

    /** Null for what has not the form of a document's number. */
    private static @Nullable Document document(String number) {
        try {
            return new Document(DocumentType.of(number), number);
        } catch (IllegalArgumentException tube) {
            return null;
        }
    }

    /** It is nobody's here; keeps who said so and why. */
    @Transactional
    public void drop(UUID id, @Nullable String reason, Actor by, Instant now) {
        require(id, by);
        Said said = new Said();
        String why = said.reason("reason", reason);
        said.check();
        queue.settle(id, null, why, by.username(), now);
    }

    private Unmatched require(UUID id, Actor by) {
        Unmatched one = queue.lock(id).orElseThrow(() -> new NotFoundException("unmatched"));
        try {
            laboratories.requireToSpeakFor(one.laboratory(), by);
        } catch (NotFoundException outOfSight) {
            throw new NotFoundException("unmatched");
        }
        return one;
    }

    /**
     * A result that waits, as its laboratory may see it.
     *
     * @param number masked; of the tube, when no person is named
     */
    public record Waiting(
            UUID id,
            String laboratory,
            Why why,
            String number,
            @Nullable String sample,
            TestResult result,
            Instant testedAt,
            Instant receivedAt) {}

    /** Positive ones first, then the longest waiting. */
    public List<Waiting> waiting(Collection<String> codes, int offset, int limit) {
        return queue.waiting(codes, offset, limit).stream()
                .map(one -> {
                    Document document = one.incoming().document();
                    return new Waiting(
                            one.id(),
                            one.laboratory(),
                            one.why(),
                            document == null ? "" : document.masked(),
                            one.incoming().sample(),
                            one.result(),
                            one.incoming().testedAt(),
                            one.receivedAt());
                })
                .toList();
    }

    public long countWaiting(Collection<String> codes) {
        return queue.count(codes);
    }
}
