package org.sifang.labtest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.person.Document;

/**
 * A result as a laboratory sends it: of a person, or of a tube, which may be a pool's.
 *
 * @param document null when only the tube is named
 * @param sample number on the tube; null when only the person is named
 */
public record IncomingResult(
        @Nullable Document document, @Nullable String sample, TestResult result, Instant testedAt) {

    public IncomingResult {
        if (document == null && sample == null) {
            throw new IllegalArgumentException("A result is a person's or a tube's");
        }
    }
}
