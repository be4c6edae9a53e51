package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;

/** The way of rounds and recurring obligations through their processes, in the words of their business. */
public interface RoundFlow {

    void opening(UUID round);

    /** Every duty of the round is closed, or the notice ended. */
    void closed(UUID round);

    /** The round's next rung comes at another time than its timer says. */
    void rescheduled(UUID round, Instant nextRungAt);

    void recurring(UUID series, Instant nextOpeningAt);

    void seriesEnded(UUID series);
}
