package org.sifang.isolation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tests of one case, counted.
 *
 * @param open ordered and without a result
 * @param last when the latest negative one was found; null when none is
 */
record TestTally(
        int negative,
        int positive,
        int invalid,
        int open,
        @Nullable Instant last) {

    static TestTally of(List<TestOutcome> outcomes) {
        return new TestTally(
                count(outcomes, TestResult.NEGATIVE),
                count(outcomes, TestResult.POSITIVE),
                count(outcomes, TestResult.INVALID),
                count(outcomes, null),
                outcomes.stream()
                        .filter(one -> one.result() == TestResult.NEGATIVE)
                        .map(TestOutcome::testedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    private static int count(List<TestOutcome> outcomes, @Nullable TestResult result) {
        return (int) outcomes.stream().filter(one -> one.result() == result).count();
    }

    int results() {
        return negative + positive + invalid;
    }

    ReleaseFacts facts(Isolation one, Instant now) {
        return new ReleaseFacts(
                one.rule(),
                one.daysOver(now),
                negative >= one.negatives(),
                positive > 0,
                open > 0,
                invalid > 0 && negative < one.negatives());
    }
}
