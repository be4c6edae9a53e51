package org.sifang.labtest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;

/**
 * One tube with the samples of several people.
 *
 * @param number on the tube
 * @param result null while it is open
 */
public record Pool(
        UUID id,
        String laboratory,
        String number,
        Instant createdAt,
        @Nullable TestResult result,
        @Nullable Instant testedAt) {

    public boolean isOpen() {
        return result == null;
    }
}
