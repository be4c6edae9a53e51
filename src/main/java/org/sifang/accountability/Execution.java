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
        @Nullable String result) {

    Execution done(String how, String by, Instant at) {
        return new Execution(servedAt, appealUntil, dueAt, overdueAt, at, by, how);
    }

    Execution overdue(Instant at) {
        return new Execution(servedAt, appealUntil, dueAt, at, doneAt, doneBy, result);
    }

    /** Another measure has to be carried out in place of the first. */
    Execution anew(Instant now, Instant until) {
        return new Execution(servedAt, now, until, null, null, null, null);
    }

    /** The one appeal there is has been decided: its period ends now. */
    Execution appealUsed(Instant now) {
        return new Execution(servedAt, now, dueAt, overdueAt, doneAt, doneBy, result);
    }
}
