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
        @Nullable Instant decidedAt) {

    Appeal decided(AppealOutcome how, String why, String leader, Instant when) {
        return new Appeal(reason, by, at, how, why, leader, when);
    }
}
