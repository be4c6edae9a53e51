package org.sifang.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * One rung of a ladder.
 *
 * @param index its place, from 1; a duty that has climbed nothing stands on 0
 * @param at offset from the deadline, negative before it
 */
public record Rung(int index, Duration at, LadderAction action) {

    public Rung {
        if (index < 1) {
            throw new IllegalArgumentException("Rungs count from 1");
        }
        if (at.isNegative() && !action.mayPrecedeDeadline()) {
            throw new IllegalArgumentException(action + " may not come before the deadline");
        }
    }

    public Instant instant(Instant deadline) {
        return deadline.plus(at);
    }
}
