package org.sifang.notice;

import java.util.List;

/**
 * What is done with the people of a category.
 *
 * @param minimumDays days of isolation at least
 * @param followUpDays days the community follows them up after release
 */
public record Measure(
        IsolationKind isolation, int minimumDays, List<TestPlan> tests, ReleaseRule release, int followUpDays) {

    public Measure {
        tests = List.copyOf(tests);
        if (minimumDays < 0 || followUpDays < 0) {
            throw new IllegalArgumentException("Days cannot be negative");
        }
        if (release.needsTests() && tests.isEmpty()) {
            throw new IllegalArgumentException("A release by negative tests needs a test");
        }
    }
}
