package org.sifang.isolation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Actor;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether people are released, and why. */
@Service
public class Decisions {

    /** From which a case is released. */
    private static final Set<CaseState> WAITING = Set.of(CaseState.ORDERED, CaseState.ISOLATED, CaseState.TESTED);

    private final Isolations isolations;
    private final FoundCases found;
    private final PlannedTests tests;
    private final ReleaseTable table;
    private final PersonCaseFlow flow;
    private final CaseRecord record;

    Decisions(
            Isolations isolations,
            FoundCases found,
            PlannedTests tests,
            ReleaseTable table,
            PersonCaseFlow flow,
            CaseRecord record) {
        this.isolations = isolations;
        this.found = found;
        this.tests = tests;
        this.table = table;
        this.flow = flow;
        this.record = record;
    }

    /**
     * Asks the table about those of the cases that wait for it, and releases whom it lets go; some hundred at a time do
     * well.
     *
     * @return how many are released
     */
    @Transactional
    public int review(Collection<UUID> cases, Instant now) {
        Map<UUID, Isolation> waiting = isolations.hold(cases);
        waiting.values().removeIf(one -> one.released() || one.beganAt() == null || one.positiveAt() != null);
        if (waiting.isEmpty()) {
            return 0;
        }
        Map<UUID, List<TestOutcome>> known = tests.of(waiting.keySet());
        Map<UUID, PersonCase> registered = found.find(waiting.keySet()).stream()
                .filter(one -> WAITING.contains(one.state()))
                .collect(Collectors.toMap(PersonCase::id, one -> one));
        List<UUID> tested = new ArrayList<>();
        List<Isolation> released = new ArrayList<>();
        List<UUID> needless = new ArrayList<>();
        for (PersonCase one : registered.values()) {
            Isolation isolation = waiting.getOrDefault(one.id(), null);
            if (isolation == null) {
                continue;
            }
            TestTally tally = TestTally.of(known.getOrDefault(one.id(), List.of()));
            ReleaseWord word = table.decide(tally.facts(isolation, now));
            if (word.releases()) {
                released.add(isolation.decided(new Decision(word, sentence(isolation, tally), now, null, null)));
            } else if (tally.results() > 0) {
                tested.add(one.id());
            }
            if (word.releases() && tally.open() > 0) {
                needless.add(one.id());
            }
        }
        found.move(tested, CaseState.TESTED);
        tests.cancel(needless, "isolation.released", now);
        release(released, registered, Actor.SYSTEM, now);
        return released.size();
    }

    /** What the table says of a case as it stands; nothing is decided by asking. */
    ReleaseWord ask(Isolation one, Instant now) {
        return table.decide(TestTally.of(tests.of(one.id())).facts(one, now));
    }

    /** A leader's own decision. */
    void override(PersonCase registered, Isolation one, String reason, String by, Instant now) {
        TestTally tally = TestTally.of(tests.of(one.id()));
        Decision own = new Decision(ReleaseWord.RELEASE_OVERRIDE, sentence(one, tally), now, by, reason);
        if (tally.open() > 0) {
            tests.cancel(List.of(one.id()), "isolation.released", now);
        }
        release(List.of(one.decided(own)), Map.of(one.id(), registered), by, now);
    }

    /** Takes a release back for a leader's reason: one negative test more than there are is needed then. */
    void reopen(PersonCase registered, Isolation one, String reason, String by, Instant now) {
        int negative = TestTally.of(tests.of(one.id())).negative();
        takeBack(registered, one.reopened(negative + 1), reason, by, now);
    }

    /**
     * Takes a release back when a negative test that it rested on counts no longer.
     *
     * @return whether it did rest on it
     */
    boolean reopenUnfounded(PersonCase registered, Isolation one, String reason, Instant now) {
        Decision decision = one.decision();
        boolean unfounded = decision != null
                && decision.word().restsOnTests()
                && one.open()
                && TestTally.of(tests.of(one.id())).negative() < one.negatives();
        if (unfounded) {
            takeBack(registered, one.reopened(one.negatives()), reason, Actor.SYSTEM, now);
        }
        return unfounded;
    }

    private void takeBack(PersonCase registered, Isolation reopened, String reason, String by, Instant now) {
        isolations.update(reopened);
        boolean tested = TestTally.of(tests.of(reopened.id())).results() > 0;
        found.move(List.of(reopened.id()), tested ? CaseState.TESTED : CaseState.ISOLATED);
        record.keep(registered, "reopened", by, now, Map.of("reason", reason));
        flow.turned(List.of(reopened.id()), CaseTurn.REOPENED);
    }

    private void release(List<Isolation> released, Map<UUID, PersonCase> registered, String by, Instant now) {
        if (released.isEmpty()) {
            return;
        }
        List<UUID> ids = released.stream().map(Isolation::id).toList();
        Map<UUID, Decision> why = released.stream()
                .filter(one -> one.decision() != null)
                .collect(Collectors.toMap(Isolation::id, Isolation::decision));
        isolations.update(released);
        found.move(ids, CaseState.RELEASED);
        String what = by.equals(Actor.SYSTEM) ? "released" : "overridden";
        record.keep(ids.stream().map(registered::get).toList(), what, by, now, one -> facts(why.get(one.id())));
        flow.releaseDecided(ids);
    }

    private static Map<String, String> facts(@Nullable Decision decision) {
        if (decision == null) {
            return Map.of();
        }
        return decision.reason() == null
                ? Map.of("decision", "@isolation.word." + decision.word())
                : Map.of("decision", "@isolation.word." + decision.word(), "reason", decision.reason());
    }

    /** In this order: clause, days, their end, negative tests, the latest of them. */
    private static List<String> sentence(Isolation one, TestTally tally) {
        return List.of(
                one.clause(),
                Integer.toString(one.measure().days()),
                one.untilAt() == null ? "" : one.untilAt().toString(),
                Integer.toString(tally.negative()),
                tally.last() == null ? "" : tally.last().toString());
    }
}
