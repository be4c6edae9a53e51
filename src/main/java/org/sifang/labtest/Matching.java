package org.sifang.labtest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.labtest.Unmatched.Why;
import org.sifang.person.Document;
import org.sifang.person.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the tests that results of one laboratory belong to: for a whole list with a handful of statements. */
@Component
class Matching {

    private final People people;
    private final LabTestRows rows;
    private final ResultRows results;
    private final Pools pools;
    private final LabSettings settings;

    Matching(People people, LabTestRows rows, ResultRows results, Pools pools, LabSettings settings) {
        this.people = people;
        this.rows = rows;
        this.results = results;
        this.pools = pools;
        this.settings = settings;
    }

    /**
     * Where one result belongs.
     *
     * @param tests whose result it is: one for each of the person's cases
     * @param pool the pool whose result it is
     * @param why it belongs nowhere; null with neither tests nor pool means that it is known already
     * @param person who it is of, if she is known
     */
    record Match(
            IncomingResult incoming,
            List<UUID> tests,
            @Nullable Pool pool,
            @Nullable Why why,
            @Nullable UUID person) {

        boolean isDuplicate() {
            return tests.isEmpty() && pool == null && why == null;
        }
    }

    /**
     * One answer for each, in their order; what a list says twice is a duplicate the second time. Locks the tests.
     *
     * @param laboratory code
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Match> match(String laboratory, List<IncomingResult> incoming) {
        Known known = known(laboratory, incoming);
        Map<Object, IncomingResult> taken = new HashMap<>();
        List<Match> matches = new ArrayList<>();
        for (IncomingResult one : incoming) {
            matches.add(known.match(one, taken));
        }
        return matches;
    }

    private Known known(String laboratory, List<IncomingResult> incoming) {
        Set<Document> documents = incoming.stream()
                .map(IncomingResult::document)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> samples = incoming.stream()
                .map(IncomingResult::sample)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Document, UUID> ids = documents.isEmpty() ? Map.of() : people.find(documents);
        Map<String, Pool> tubes = new HashMap<>();
        pools.byNumber(laboratory, samples)
                .forEach(pool -> tubes.merge(pool.number(), pool, (one, other) -> one.isOpen() ? one : other));
        Map<UUID, List<LabTest>> byPerson =
                rows.lockOfPeople(ids.values()).stream().collect(Collectors.groupingBy(LabTest::person));
        Map<String, LabTest> bySample = new HashMap<>();
        rows.lockBySample(laboratory, samples).forEach(test -> bySample.put(String.valueOf(test.sample()), test));
        Map<UUID, List<RecordedResult>> told = new HashMap<>();
        results.of(byPerson.values().stream()
                        .flatMap(List::stream)
                        .map(LabTest::id)
                        .toList())
                .forEach(result -> told.computeIfAbsent(result.test(), id -> new ArrayList<>())
                        .add(result));
        Map<String, List<RecordedResult>> toldOfSamples = results.ofSamples(laboratory, samples).stream()
                .collect(Collectors.groupingBy(result -> String.valueOf(result.sample())));
        return new Known(laboratory, ids, tubes, byPerson, bySample, told, toldOfSamples);
    }

    /** One sample of a person, as far as a list tells them apart. */
    private record Moment(UUID person, Instant testedAt) {}

    /** What is known of the people and the tubes of one list. */
    private final class Known {

        private final String laboratory;
        private final Map<Document, UUID> ids;
        private final Map<String, Pool> tubes;
        private final Map<UUID, List<LabTest>> byPerson;
        private final Map<String, LabTest> bySample;
        private final Map<UUID, List<RecordedResult>> told;
        private final Map<String, List<RecordedResult>> toldOfSamples;

        Known(
                String laboratory,
                Map<Document, UUID> ids,
                Map<String, Pool> tubes,
                Map<UUID, List<LabTest>> byPerson,
                Map<String, LabTest> bySample,
                Map<UUID, List<RecordedResult>> told,
                Map<String, List<RecordedResult>> toldOfSamples) {
            this.laboratory = laboratory;
            this.ids = ids;
            this.tubes = tubes;
            this.byPerson = byPerson;
            this.bySample = bySample;
            this.told = told;
            this.toldOfSamples = toldOfSamples;
        }

        Match match(IncomingResult one, Map<Object, IncomingResult> taken) {
            String sample = one.sample();
            if (sample != null) {
                Pool pool = tubes.get(sample);
                if (pool != null) {
                    return ofPool(one, pool, taken);
                }
                LabTest test = bySample.get(sample);
                if (test != null) {
                    return ofTest(one, test, taken);
                }
                if (said(one, toldOfSamples.getOrDefault(sample, List.of()))) {
                    return new Match(one, List.of(), null, null, null);
                }
            }
            return ofPerson(one, taken);
        }

        private Match ofPool(IncomingResult one, Pool pool, Map<Object, IncomingResult> taken) {
            IncomingResult before = taken.putIfAbsent(pool.id(), one);
            if (before != null || !pool.isOpen()) {
                boolean same = (before == null ? pool.result() : before.result()) == one.result();
                return new Match(one, List.of(), null, same ? null : Why.CONTRADICTS, null);
            }
            return new Match(one, List.of(), pool, null, null);
        }

        private Match ofTest(IncomingResult one, LabTest test, Map<Object, IncomingResult> taken) {
            IncomingResult before = taken.putIfAbsent(test.id(), one);
            if (before != null || !test.state().isOpen()) {
                boolean same = (before == null ? test.result() : before.result()) == one.result();
                return new Match(one, List.of(), null, same ? null : Why.CONTRADICTS, test.person());
            }
            return new Match(one, List.of(test.id()), null, null, test.person());
        }

        private Match ofPerson(IncomingResult one, Map<Object, IncomingResult> taken) {
            Document document = one.document();
            UUID person = document == null ? null : ids.get(document);
            if (person == null) {
                return new Match(one, List.of(), null, Why.UNKNOWN, null);
            }
            List<LabTest> tests = byPerson.getOrDefault(person, List.of());
            List<RecordedResult> known = tests.stream()
                    .flatMap(test -> told.getOrDefault(test.id(), List.of()).stream())
                    .toList();
            IncomingResult before = taken.get(new Moment(person, one.testedAt()));
            if (said(one, known) || before != null && before.result() == one.result()) {
                return new Match(one, List.of(), null, null, person);
            }
            if (before != null || known.stream().anyMatch(result -> sameMoment(result.testedAt(), one.testedAt()))) {
                return new Match(one, List.of(), null, Why.CONTRADICTS, person);
            }
            IncomingResult pooled = tests.stream()
                    .filter(test -> test.state().isOpen() && test.pool() != null)
                    .map(test -> taken.get(test.pool()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (pooled != null) {
                Why why = pooled.result() == one.result() ? null : Why.CONTRADICTS;
                return new Match(one, List.of(), null, why, person);
            }
            List<LabTest> open = tests.stream()
                    .filter(test -> test.state().isOpen())
                    .filter(test -> !taken.containsKey(test.id()))
                    .filter(test -> !one.testedAt().isBefore(test.from().minus(settings.countsBack())))
                    .toList();
            List<LabTest> here = firstOfEachCase(open.stream()
                    .filter(test ->
                            test.laboratory() == null || test.laboratory().equals(laboratory))
                    .toList());
            if (here.isEmpty()) {
                return new Match(one, List.of(), null, open.isEmpty() ? Why.NO_TEST : Why.ELSEWHERE, person);
            }
            here.forEach(test -> taken.put(test.id(), one));
            taken.put(new Moment(person, one.testedAt()), one);
            return new Match(one, here.stream().map(LabTest::id).toList(), null, null, person);
        }

        /** One sample is of one person, however many notices have found her. */
        private List<LabTest> firstOfEachCase(Collection<LabTest> open) {
            Map<UUID, LabTest> first = new LinkedHashMap<>();
            open.stream()
                    .sorted(Comparator.comparing((LabTest test) -> test.laboratory() == null)
                            .thenComparingInt(LabTest::step))
                    .forEach(test -> first.putIfAbsent(test.caseId(), test));
            return List.copyOf(first.values());
        }

        private static boolean said(IncomingResult one, List<RecordedResult> known) {
            return known.stream()
                    .anyMatch(
                            result -> result.result() == one.result() && sameMoment(result.testedAt(), one.testedAt()));
        }

        private static boolean sameMoment(Instant one, Instant other) {
            return one.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
