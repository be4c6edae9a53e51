package org.sifang.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All duties of one obligation that share one deadline (批次).
 *
 * @param fanOut whether it opens duties itself; a round made for an extended deadline only takes duties in
 * @param openedTo code of the last addressee whose duty was opened; they are opened in the order of codes
 * @param climbed the last rung carried out, 0 for none
 */
public record Round(
        UUID id,
        UUID notice,
        String obligation,
        Instant opensAt,
        Instant dueAt,
        State state,
        boolean fanOut,
        @Nullable String openedTo,
        int climbed) {

    /** The life of a round. */
    public enum State {
        OPENING,
        OPEN,
        ENDED
    }

    /**
     * The rung that comes next. A rung whose instant lay before the opening is left out: nobody is reminded of what he
     * has just been told. Only what is overdue from the beginning is marked so.
     */
    Optional<Rung> nextRung(Ladder ladder) {
        return ladder.rungsAfter(climbed).stream()
                .filter(rung -> rung.instant(dueAt).isAfter(opensAt) || rung.action() == LadderAction.MARK_OVERDUE)
                .findFirst();
    }
}
