package org.sifang.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of a finding: what was ordered, handed in and seen.
 *
 * @param number from 1; each time it is sent back begins another
 * @param instruction what had to be done; in a later round, why it was sent back
 * @param orderedBy user name
 * @param overdueAt when the deadline was missed; null when it was not
 * @param evidenceBy user name; null until something was handed in
 * @param mended what the recheck said; null until then
 * @param recheckedBy user name
 */
public record RectificationRound(
        int number,
        String instruction,
        String orderedBy,
        Instant orderedAt,
        Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable String evidence,
        @Nullable String evidenceBy,
        @Nullable Instant evidenceAt,
        @Nullable Boolean mended,
        @Nullable String remark,
        @Nullable String recheckedBy,
        @Nullable Instant recheckedAt) {

    /** Whether it was answered after its deadline, or is not answered and the deadline is over. */
    public boolean late() {
        return overdueAt != null;
    }
}
