package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.notice.Category;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.Notices;
import org.sifang.notice.TestPlan;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Orders the tests whose day has come; those of the first day are ordered when the measure begins. */
@Service
public class DueTests {

    /** Cases looked at in one transaction. */
    static final int CHUNK = 500;

    private final CheckRounds rounds;
    private final Isolations isolations;
    private final FoundCases cases;
    private final Notices notices;
    private final ObjectProvider<CaseTests> tests;
    private final Clock clock;

    DueTests(
            CheckRounds rounds,
            Isolations isolations,
            FoundCases cases,
            Notices notices,
            ObjectProvider<CaseTests> tests,
            Clock clock) {
        this.rounds = rounds;
        this.isolations = isolations;
        this.cases = cases;
        this.notices = notices;
        this.tests = tests;
        this.clock = clock;
    }

    /**
     * Orders the tests of the next people; also those of earlier days, which a case may have spent elsewhere.
     *
     * @return whether everybody has been looked at
     */
    public boolean orderChunk(UUID roundId) {
        CheckRound round = rounds.lock(roundId);
        NoticeDefinition definition = notices.require(round.notice()).definition();
        Map<String, List<TestPlan>> plans = plans(definition);
        if (plans.isEmpty()) {
            return true;
        }
        UUID behind = round.position() == null ? CheckOpening.BEFORE_ALL : round.position();
        List<UUID> next = isolations.open(round.notice(), behind, CHUNK);
        Map<UUID, Isolation> known = isolations.find(next);
        List<TestOrder> due = new ArrayList<>();
        for (PersonCase found : cases.find(next)) {
            Isolation isolation = known.get(found.id());
            List<TestPlan> plan = plans.get(found.category());
            if (isolation != null && plan != null && isolation.measure().tested() && !isolation.released()) {
                due.addAll(due(round, isolation, plan));
            }
        }
        if (!due.isEmpty()) {
            Instant now = clock.instant();
            tests.ifAvailable(answered -> answered.order(due, now));
        }
        boolean all = next.size() < CHUNK;
        rounds.position(roundId, all ? null : next.get(next.size() - 1));
        return all;
    }

    /** By category, where its measure asks for a test after the first day. */
    private static Map<String, List<TestPlan>> plans(NoticeDefinition definition) {
        Map<String, List<TestPlan>> plans = new HashMap<>();
        for (Category category : definition.categories()) {
            List<TestPlan> tests = definition.measureOf(category).tests();
            if (tests.stream().anyMatch(test -> test.afterDays() > 0)) {
                plans.put(category.code(), tests);
            }
        }
        return plans;
    }

    private List<TestOrder> due(CheckRound round, Isolation isolation, List<TestPlan> plan) {
        Instant began = isolation.beganAt();
        if (began == null) {
            return List.of();
        }
        LocalDate first = LocalDate.ofInstant(began, clock.getZone());
        long day = ChronoUnit.DAYS.between(first, round.day());
        List<TestOrder> due = new ArrayList<>();
        for (int step = 0; step < plan.size(); step++) {
            TestPlan test = plan.get(step);
            if (test.afterDays() > 0 && test.afterDays() <= day) {
                Instant from = first.plusDays(test.afterDays())
                        .atStartOfDay(clock.getZone())
                        .toInstant();
                Instant begins = from.isBefore(round.opensAt()) ? round.opensAt() : from;
                due.add(new TestOrder(
                        isolation.id(), isolation.notice(), step, test.paidBy(), from, begins.plus(test.dueWithin())));
            }
        }
        return due;
    }
}
