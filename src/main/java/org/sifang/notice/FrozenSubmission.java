package org.sifang.notice;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in for a duty, as it was frozen.
 *
 * @param number counts from 1
 * @param content what the work form said, by field key
 * @param hash SHA-256 of the frozen text, in hexadecimal digits
 * @param intact whether the text still has this hash
 * @param submittedBy user name
 * @param signedBy user name
 */
public record FrozenSubmission(
        int number,
        Map<String, Object> content,
        String hash,
        boolean intact,
        String submittedBy,
        @Nullable String signedBy,
        Instant submittedAt) {}
