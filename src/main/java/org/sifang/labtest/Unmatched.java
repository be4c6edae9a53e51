package org.sifang.labtest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;

/**
 * A result that waits for its test. Who it is of comes out of its sealed part, and prints masked.
 *
 * @param person null while nobody with this document is known
 */
public record Unmatched(
        UUID id,
        String laboratory,
        Why why,
        IncomingResult incoming,
        @Nullable UUID person,
        Instant receivedAt,
        String receivedBy,
        Source source) {

    /** Why it belongs to no test. */
    enum Why {
        /** No such person, no such tube. */
        UNKNOWN,
        /** The person has no test that it could be of. */
        NO_TEST,
        /** The person's sample is in another laboratory. */
        ELSEWHERE,
        /** The test has another result already; a correction is the way to change it. */
        CONTRADICTS
    }

    TestResult result() {
        return incoming.result();
    }
}
