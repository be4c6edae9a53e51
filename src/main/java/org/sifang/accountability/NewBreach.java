package org.sifang.accountability;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.BreachSeverity;

/**
 * A failure that somebody reports.
 *
 * @param party code of an organisation, or the id of a person's case
 * @param account what happened; no personal data
 */
public record NewBreach(
        String party,
        @Nullable UUID notice,
        @Nullable BreachSeverity severity,
        @Nullable Instant happenedAt,
        @Nullable String account) {}
