package org.sifang.notice;

/**
 * A round whose ladder has not come to its end.
 *
 * @param live how many of its duties are not closed: owed, or waiting for acceptance
 */
public record LiveRound(Round round, int live) {

    /** Whether its deadline can be moved: every addressee has his duty, and somebody has something to do. */
    public boolean extendable() {
        return round.state() == Round.State.OPEN && live > 0;
    }
}
