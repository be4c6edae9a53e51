package org.sifang.accountability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The party's appeal, which it has once, and what became of it.
 *
 * @param outcome null until it is decided
 * @param answer the deciding leader's reasons
 */
public record Appeal(
        String reason,
        String by,
        Instant at,
        @Nullable AppealOutcome outcome,
        @Nullable String answer,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {}
