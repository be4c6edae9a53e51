package org.sifang.labtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.isolation.CaseTests;
import org.sifang.isolation.TestOrder;
import org.sifang.isolation.TestOutcome;
import org.sifang.kernel.NotFoundException;
import org.sifang.labtest.TestRecord.Happened;
import org.sifang.organization.Actor;
import org.sifang.screening.PersonCase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tests that cases ask for. */
@Service
class OrderedTests implements CaseTests {

    private final LabTestRows rows;
    private final TestRecord record;
    private final TestFlow flow;
    private final ApplicationEventPublisher events;

    OrderedTests(LabTestRows rows, TestRecord record, TestFlow flow, ApplicationEventPublisher events) {
        this.rows = rows;
        this.record = record;
        this.flow = flow;
        this.events = events;
    }

    @Override
    @Transactional
    public void order(Collection<TestOrder> orders, Instant now) {
        Map<UUID, PersonCase> cases =
                record.cases(orders.stream().map(TestOrder::caseId).toList());
        order(orders.stream().map(order -> of(order, cases, now)).toList(), cases, Actor.SYSTEM, now);
    }

    /** Orders another test instead of each of these, behind all others of its case. */
    List<LabTest> orderInstead(List<LabTest> tests, Instant dueAt, String by, Instant now) {
        Map<UUID, Integer> free =
                rows.freeSteps(tests.stream().map(LabTest::caseId).toList());
        List<LabTest> instead = new ArrayList<>();
        for (LabTest test : tests) {
            int step = free.merge(test.caseId(), 1, Integer::sum) - 1;
            instead.add(test.insteadOfThis(step, dueAt, now));
        }
        return order(instead, record.cases(tests.stream().map(LabTest::caseId).toList()), by, now);
    }

    private List<LabTest> order(List<LabTest> tests, Map<UUID, PersonCase> cases, String by, Instant now) {
        List<LabTest> fresh = rows.insert(tests);
        if (!fresh.isEmpty()) {
            record.write(
                    fresh.stream()
                            .map(test -> new Happened(
                                    test,
                                    "ordered",
                                    Map.of("dueAt", test.dueAt().toString())))
                            .toList(),
                    cases,
                    by,
                    now);
            flow.ordered(fresh);
            events.publishEvent(new TestsOrdered(
                    fresh.stream().map(LabTest::person).distinct().toList()));
        }
        return fresh;
    }

    private static LabTest of(TestOrder order, Map<UUID, PersonCase> cases, Instant now) {
        PersonCase found = cases.get(order.caseId());
        if (found == null) {
            throw new NotFoundException("case");
        }
        return LabTest.ordered(order, found.person(), now);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<TestOutcome>> of(Collection<UUID> cases) {
        Map<UUID, List<TestOutcome>> outcomes = new LinkedHashMap<>();
        for (LabTest test : rows.ofCases(cases)) {
            // What was ordered instead answers for the same step.
            if (test.state() != TestState.REPLACED && test.state() != TestState.CANCELLED) {
                outcomes.computeIfAbsent(test.caseId(), id -> new ArrayList<>())
                        .add(new TestOutcome(
                                test.id(),
                                test.caseId(),
                                test.answers(),
                                test.dueAt(),
                                test.result(),
                                test.testedAt()));
            }
        }
        return outcomes;
    }

    @Override
    @Transactional
    public void cancel(Collection<UUID> cases, String reason, Instant now) {
        List<LabTest> open = rows.lockOpenOfCases(cases);
        if (open.isEmpty()) {
            return;
        }
        List<UUID> ids = open.stream().map(LabTest::id).toList();
        rows.ended(ids, TestState.CANCELLED, reason, now);
        record.write(
                open.stream()
                        .map(test -> new Happened(test, "cancelled", Map.of("reason", reason)))
                        .toList(),
                Actor.SYSTEM,
                now);
        flow.cancelled(ids);
    }
}
