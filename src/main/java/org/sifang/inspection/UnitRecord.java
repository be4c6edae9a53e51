package org.sifang.inspection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Organization;
import org.sifang.organization.Standing;

/**
 * What is known of one organisation: its standing, who looked at it, what was found, what it failed, and how far its own
 * words lie from what was found.
 *
 * @param standing the suspension that lasts; null when there is none
 * @param suspensions every one there ever was, the latest first
 * @param visits those the reader may see, what is still to be made first
 * @param findings the latest few; the tally counts all
 * @param breaches the latest first
 * @param compared by checklist, in its order
 */
public record UnitRecord(
        Organization organization,
        @Nullable Standing standing,
        List<Standing> suspensions,
        List<Visit> visits,
        long visitCount,
        FindingTally tally,
        List<Finding> findings,
        List<RecordedBreach> breaches,
        List<Compared> compared) {

    /**
     * One item, as the organisation said and as an inspector found it.
     *
     * @param said null when it was never asked
     * @param found null when no inspector has looked
     */
    public record Compared(
            String checklist,
            String itemText,
            @Nullable SelfAnswer said,
            @Nullable Instant saidAt,
            @Nullable Answer found,
            @Nullable Instant foundAt) {

        /** Called in order, and found wrong. */
        public boolean apart() {
            return said == SelfAnswer.YES && found == Answer.PROBLEM;
        }

        /** Both have spoken, and about something that applies. */
        public boolean comparable() {
            return said != null && said != SelfAnswer.NOT_APPLICABLE && found != null && found != Answer.NOT_APPLICABLE;
        }
    }

    /** How many items both have spoken about; the denominator of {@link #apart()}. */
    public long comparable() {
        return compared.stream().filter(Compared::comparable).count();
    }

    public long apart() {
        return compared.stream().filter(Compared::apart).count();
    }
}
