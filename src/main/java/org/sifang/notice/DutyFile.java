package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes with a duty.
 *
 * @param bytes how many
 * @param hash SHA-256 of the content, in hex
 * @param submission number of the hand-in it went with; null while it lies ready
 */
public record DutyFile(
        UUID id,
        UUID duty,
        String name,
        String mediaType,
        int bytes,
        String hash,
        String addedBy,
        Instant addedAt,
        @Nullable Integer submission) {}
