package org.sifang.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review of one version of a draft.
 *
 * @param reviewer user name; of a waived review the one who waived it
 */
public record Review(
        ReviewKind kind,
        Verdict verdict,
        String reviewer,
        Instant at,
        @Nullable String remark) {}
