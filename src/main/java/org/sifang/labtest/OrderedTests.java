package org.sifang.labtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sifang.isolation.CaseTests;
import org.sifang.isolation.TestOrder;
import org.sifang.isolation.TestOutcome;
import org.sifang.kernel.NotFoundException;
import org.sifang.labtest.TestRecord.Happened;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.screening.PersonCase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tests that cases ask for. */
@Service
class OrderedTests implements CaseTests {

    /** A reason that is the house's own comes as the key of its words. */
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z-]+)+");

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

    /** Orders another test of the same step instead of each of these, which are REPLACED. */
    List<LabTest> orderInstead(List<LabTest> tests, Instant dueAt, String by, Instant now) {
        List<LabTest> instead =
                tests.stream().map(test -> test.insteadOfThis(dueAt, now)).toList();
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
                                test.id(), test.caseId(), test.step(), test.dueAt(), test.result(), test.testedAt()));
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
        String words = KEY.matcher(reason).matches() ? Wording.message(reason) : reason;
        record.write(
                open.stream()
                        .map(test -> new Happened(test, "cancelled", Map.of("reason", words)))
                        .toList(),
                Actor.SYSTEM,
                now);
        flow.cancelled(ids);
    }
}
