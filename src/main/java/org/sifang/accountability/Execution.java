package org.sifang.accountability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A served decision on its way.
 *
 * @param appealUntil the last instant of the appeal period
 * @param dueAt by when the measure has to be carried out
 * @param overdueAt when it was found not to be; stays when it is done later
 */
public record Execution(
        Instant servedAt,
        Instant appealUntil,
        Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String result) {}
