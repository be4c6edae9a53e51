package org.sifang.isolation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one notice and day (核查日).
 *
 * @param position id of the last case the present step has dealt with; null at its beginning
 * @param held false when the house was down until the cut-off, so that nobody could be checked
 */
public record CheckRound(
        UUID id,
        UUID notice,
        LocalDate day,
        State state,
        Instant opensAt,
        Instant cutOffAt,
        Instant sweepAt,
        @Nullable UUID position,
        boolean held) {

    /** The life of a check day. */
    public enum State {
        PLANNED,
        OPEN,
        /** What was not done by the hour is marked; late answers still count for the day. */
        CUT_OFF,
        CLOSED
    }

    boolean takesAnswers() {
        return state == State.OPEN || state == State.CUT_OFF;
    }
}
