package org.sifang.isolation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test so far.
 *
 * @param result null while there is none
 * @param testedAt the laboratory's time of the result; null while there is none
 */
public record TestOutcome(
        UUID test,
        UUID caseId,
        int step,
        Instant dueAt,
        @Nullable TestResult result,
        @Nullable Instant testedAt) {}
