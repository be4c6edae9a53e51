package org.sifang.isolation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.notice.Measure;
import org.sifang.notice.Payer;
import org.sifang.notice.TestPlan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the measure of a case plans in tests, and what is known of them. */
@Component
class PlannedTests {

    private static final Duration TO_SAMPLE = Duration.ofHours(24);

    private final ObjectProvider<CaseTests> tests;

    PlannedTests(ObjectProvider<CaseTests> tests) {
        this.tests = tests;
    }

    Map<UUID, List<TestOutcome>> of(Collection<UUID> cases) {
        CaseTests answered = tests.getIfAvailable();
        return answered == null ? Map.of() : answered.of(cases);
    }

    List<TestOutcome> of(UUID id) {
        return of(List.of(id)).getOrDefault(id, List.of());
    }

    void cancel(Collection<UUID> cases, String reason, Instant now) {
        tests.ifAvailable(answered -> answered.cancel(cases, reason, now));
    }

    /** Orders the tests of the plan that are due on the first day. */
    void orderFirst(Isolation one, Measure ordered, Instant now) {
        List<TestOrder> orders = new ArrayList<>();
        for (int step = 0; step < ordered.tests().size(); step++) {
            TestPlan plan = ordered.tests().get(step);
            if (plan.afterDays() == 0) {
                orders.add(new TestOrder(one.id(), one.notice(), step, plan.paidBy(), now, now.plus(plan.dueWithin())));
            }
        }
        if (one.measure().tested()) {
            order(orders, now);
        }
    }

    /**
     * Orders so many single tests at once, behind the plan.
     *
     * @param ordered of the notice; its last test tells who pays
     */
    void orderMore(Isolation one, Measure ordered, int number, Instant now) {
        int next = Math.max(
                ordered.tests().size(),
                of(one.id()).stream().mapToInt(TestOutcome::step).max().orElse(-1) + 1);
        List<TestPlan> plan = ordered.tests();
        Payer payer = plan.isEmpty() ? Payer.PUBLIC : plan.get(plan.size() - 1).paidBy();
        List<TestOrder> orders = new ArrayList<>();
        for (int more = 0; more < number; more++) {
            orders.add(new TestOrder(one.id(), one.notice(), next + more, payer, now, now.plus(TO_SAMPLE)));
        }
        order(orders, now);
    }

    private void order(List<TestOrder> orders, Instant now) {
        if (!orders.isEmpty()) {
            tests.ifAvailable(answered -> answered.order(orders, now));
        }
    }
}
