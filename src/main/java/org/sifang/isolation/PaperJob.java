package org.sifang.isolation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * Papers for many people, printed in the background.
 *
 * @param organization code of the organisation of whoever ordered it
 * @param people for whom they were ordered
 * @param skipped those for whom there is no such paper, at least not any more
 * @param position how many are printed or skipped
 * @param deletedAt when its files were deleted; null while they are kept
 */
public record PaperJob(
        UUID id,
        PaperKind kind,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        String orderedBy,
        Instant orderedAt,
        State state,
        int people,
        int skipped,
        int position,
        @Nullable Instant finishedAt,
        @Nullable Instant deletedAt) {

    /** How far a job is. */
    public enum State {
        RUNNING,
        DONE,
        /** Given up after several attempts; what is printed stays. */
        FAILED
    }

    /**
     * A finished part.
     *
     * @param from place of the first person, from 1
     * @param people whose papers are in it
     * @param size in bytes, sealed
     */
    public record File(int number, int from, int to, int people, long size) {}

    public boolean running() {
        return state == State.RUNNING;
    }

    /** Of 100; never 100 while it runs. */
    public int percent() {
        return state == State.DONE ? 100 : people == 0 ? 0 : (int) Math.min(99, position * 100L / people);
    }
}
