package org.sifang.labtest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestDecided;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Ids;
import org.sifang.kernel.StateConflictException;
import org.sifang.labtest.TestFlow.Decided;
import org.sifang.labtest.TestRecord.Happened;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes results in: one or some thousand at a time, with all that follows from them, in one transaction. */
@Service
class Results {

    /** Where a case can stand when its first result comes in; one that is further on stays where it is. */
    private static final Set<CaseState> BEFORE_TESTED = Set.of(CaseState.FOUND, CaseState.ORDERED, CaseState.ISOLATED);

    private final LabTestRows rows;
    private final ResultRows results;
    private final TestRecord record;
    private final FoundCases cases;
    private final TestFlow flow;
    private final LabSettings settings;
    private final ApplicationEventPublisher events;

    Results(
            LabTestRows rows,
            ResultRows results,
            TestRecord record,
            FoundCases cases,
            TestFlow flow,
            LabSettings settings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.results = results;
        this.record = record;
        this.cases = cases;
        this.flow = flow;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Takes first results of open tests.
     *
     * @param findings one for each test at most
     * @param by user name
     * @throws StateConflictException when one of the tests is not open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(List<Finding> findings, String by, Source source, Instant now) {
        if (findings.isEmpty()) {
            return;
        }
        Map<UUID, LabTest> tests = lockOpen(findings.stream().map(Finding::test).toList());
        results.insert(findings.stream()
                .map(finding -> recorded(finding, test(tests, finding), null, null, by, source, now))
                .toList());
        List<Finding> decided = findings.stream()
                .filter(finding -> finding.result() != TestResult.INVALID)
                .toList();
        rows.decided(decided, now);
        rows.again(
                findings.stream()
                        .filter(finding -> finding.result() == TestResult.INVALID)
                        .map(Finding::test)
                        .toList(),
                now.plus(settings.againWithin()));
        Map<UUID, PersonCase> found = record.cases(
                tests.values().stream().map(LabTest::caseId).distinct().toList());
        record.write(
                findings.stream()
                        .map(finding -> happened(finding, test(tests, finding)))
                        .toList(),
                found,
                by,
                now);
        moveOn(decided, tests, found);
        // The models first: whoever hears of the result finds the case where it waits for him.
        flow.decided(findings.stream()
                .map(finding -> new Decided(finding.test(), finding.result()))
                .toList());
        decided.forEach(finding -> events.publishEvent(
                new TestDecided(test(tests, finding).caseId(), finding.test(), finding.result(), null, now)));
    }

    private Map<UUID, LabTest> lockOpen(Collection<UUID> ids) {
        Map<UUID, LabTest> tests = new HashMap<>();
        for (LabTest test : rows.lock(ids)) {
            if (!test.state().isOpen()) {
                throw new StateConflictException("test", test.state().name(), TestState.OPEN);
            }
            tests.put(test.id(), test);
        }
        return tests;
    }

    private void moveOn(List<Finding> decided, Map<UUID, LabTest> tests, Map<UUID, PersonCase> found) {
        Set<UUID> moving = decided.stream()
                .filter(finding -> finding.result() == TestResult.NEGATIVE)
                .map(finding -> found.get(test(tests, finding).caseId()))
                .filter(one -> one != null && BEFORE_TESTED.contains(one.state()))
                .map(PersonCase::id)
                .collect(Collectors.toSet());
        if (!moving.isEmpty()) {
            cases.move(moving, CaseState.TESTED);
        }
    }

    static RecordedResult recorded(
            Finding finding,
            LabTest test,
            @Nullable TestResult before,
            @Nullable String reason,
            String by,
            Source source,
            Instant now) {
        return new RecordedResult(
                Ids.next(),
                test.id(),
                test.attempt(),
                test.sample(),
                test.pool(),
                finding.result(),
                before,
                reason,
                finding.testedAt(),
                finding.laboratory(),
                now,
                by,
                source);
    }

    private static Happened happened(Finding finding, LabTest test) {
        return new Happened(
                test,
                "result." + finding.result(),
                Map.of(
                        "laboratory",
                        "organization:" + finding.laboratory(),
                        "testedAt",
                        finding.testedAt().toString()));
    }

    private static LabTest test(Map<UUID, LabTest> tests, Finding finding) {
        LabTest test = tests.get(finding.test());
        if (test == null) {
            throw new IllegalStateException("No test " + finding.test());
        }
        return test;
    }
}
