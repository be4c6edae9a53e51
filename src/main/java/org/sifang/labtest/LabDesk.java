package org.sifang.labtest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestDecided;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.labtest.TestRecord.Happened;
import org.sifang.organization.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A laboratory's word on single tests: what it found, and what it found to be wrong afterwards. */
@Service
public class LabDesk {

    private final LabTestRows rows;
    private final ResultRows results;
    private final Results first;
    private final Pools pools;
    private final OrderedTests ordered;
    private final Laboratories laboratories;
    private final TestRecord record;
    private final LabSettings settings;
    private final ApplicationEventPublisher events;

    LabDesk(
            LabTestRows rows,
            ResultRows results,
            Results first,
            Pools pools,
            OrderedTests ordered,
            Laboratories laboratories,
            TestRecord record,
            LabSettings settings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.results = results;
        this.first = first;
        this.pools = pools;
        this.ordered = ordered;
        this.laboratories = laboratories;
        this.record = record;
        this.settings = settings;
        this.events = events;
    }

    /**
     * The first results of these tests. The result of a pooled sample is its pool's: it holds for everybody in it.
     *
     * @return how many tests have a result now
     * @throws NotFoundException when he may not see one of them
     * @throws StateConflictException when one of them has no sample, or a result already
     * @throws org.sifang.kernel.FaultsException with path {@code testedAt}
     */
    @Transactional
    public int record(List<UUID> ids, TestResult result, Instant testedAt, Actor by, Source source, Instant now) {
        Said said = new Said();
        said.notLaterThan("testedAt", testedAt, now);
        List<LabTest> tests = rows.lock(ids);
        if (tests.size() < ids.stream().distinct().count()) {
            throw new NotFoundException("test");
        }
        for (LabTest test : tests) {
            laboratories.requireToSpeakFor(laboratory(test), by);
            if (!test.state().isOpen() || test.state() == TestState.ORDERED) {
                throw new StateConflictException("test", test.state().name(), "SAMPLED, DELIVERED");
            }
            // Fields on pages know no seconds.
            if (test.sampledAt() != null && testedAt.isBefore(test.sampledAt().truncatedTo(ChronoUnit.MINUTES))) {
                said.wrong("testedAt", "fault.labtest.testedAt.early");
            }
        }
        said.check();
        tests.stream()
                .map(LabTest::pool)
                .filter(pool -> pool != null)
                .distinct()
                .forEach(pool -> pools.decide(pool, result, testedAt, by, now));
        first.take(
                tests.stream()
                        .filter(test -> test.pool() == null)
                        .map(test -> new Finding(test.id(), result, testedAt, laboratory(test)))
                        .toList(),
                by.username(),
                source,
                now);
        return tests.size();
    }

    /**
     * Puts a wrong result right; what was decided on it is judged anew by those who decided. A result found invalid has
     * another test ordered instead.
     *
     * @param testedAt when it was tested again; null keeps the time of the wrong result
     * @throws NotFoundException when he may not see the test
     * @throws StateConflictException when it has no result, or this one already
     * @throws org.sifang.kernel.FaultsException with paths {@code reason} and {@code testedAt}
     */
    @Transactional
    public void correct(
            UUID id, TestResult result, @Nullable Instant testedAt, @Nullable String reason, Actor by, Instant now) {
        LabTest test = rows.lock(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("test"));
        laboratories.requireToSpeakFor(laboratory(test), by);
        TestResult before = test.result();
        if (test.state() != TestState.DECIDED || before == null || test.testedAt() == null) {
            throw new StateConflictException("test", test.state().name(), TestState.DECIDED.name());
        }
        if (before == result) {
            throw new StateConflictException("result", before.name(), others(before));
        }
        Instant at = testedAt == null ? test.testedAt() : testedAt;
        Said said = new Said();
        String why = said.reason("reason", reason);
        said.notLaterThan("testedAt", at, now);
        said.check();
        Finding finding = new Finding(id, result, at, laboratory(test));
        rows.decided(List.of(finding), now);
        results.insert(List.of(Results.recorded(finding, test, before, why, by.username(), Source.PAGE, now)));
        record.write(
                List.of(new Happened(
                        test,
                        "corrected",
                        Map.of(
                                "before", "@labtest.result." + before,
                                "result", "@labtest.result." + result,
                                "laboratory", "organization:" + finding.laboratory(),
                                "reason", why))),
                by.username(),
                now);
        if (result == TestResult.INVALID) {
            rows.ended(List.of(id), TestState.REPLACED, "invalid", now);
        }
        events.publishEvent(new TestDecided(test.caseId(), id, result, before, now));
        if (result == TestResult.INVALID) {
            // Behind the word to the others: by now the case has gone back to where tests are waited for.
            ordered.orderInstead(List.of(test), now.plus(settings.againWithin()), by.username(), now);
        }
    }

    private static String others(TestResult result) {
        return switch (result) {
            case NEGATIVE -> "POSITIVE, INVALID";
            case POSITIVE -> "NEGATIVE, INVALID";
            case INVALID -> "NEGATIVE, POSITIVE";
        };
    }

    /** A test without a laboratory is nobody's to report on by itself. */
    private static String laboratory(LabTest test) {
        if (test.laboratory() == null) {
            throw new StateConflictException("test", test.state().name(), "SAMPLED, DELIVERED");
        }
        return test.laboratory();
    }
}
