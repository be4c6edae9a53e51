package org.sifang.emergency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place that was closed.
 *
 * @param disinfectedBy who did it, as typed: a team, not a person
 */
public record Site(
        UUID id,
        String name,
        Instant closedAt,
        @Nullable Instant disinfectedAt,
        @Nullable String disinfectedBy,
        @Nullable Instant reopenedAt) {}
