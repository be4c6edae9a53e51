package org.sifang.labtest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;

/**
 * A result as it came in, kept for good.
 *
 * @param attempt which sample it is of, from 1
 * @param before the result that it corrected; null unless it is a correction
 * @param reason why it was corrected
 * @param recordedBy user name
 */
public record RecordedResult(
        UUID id,
        UUID test,
        int attempt,
        @Nullable String sample,
        @Nullable UUID pool,
        TestResult result,
        @Nullable TestResult before,
        @Nullable String reason,
        Instant testedAt,
        String laboratory,
        Instant recordedAt,
        String recordedBy,
        Source source) {}
