package org.sifang.accountability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.BreachSeverity;

/**
 * What was established, and what the table of liability proposes for it.
 *
 * @param earlier breaches of the same party within the year before, other than those of this case
 * @param finding what was made of the statement, in the words of whoever handles the case
 * @param establishedBy his user name
 * @param proposed null until the table has been asked
 * @param basis of the proposal, in words; null until the table has been asked
 */
public record Assessment(
        BreachSeverity severity,
        Harm harm,
        int earlier,
        String finding,
        String establishedBy,
        Instant establishedAt,
        @Nullable MeasureKind proposed,
        @Nullable String basis,
        @Nullable Instant assessedAt) {

    Assessment proposing(MeasureKind measure, String why, Instant at) {
        return new Assessment(severity, harm, earlier, finding, establishedBy, establishedAt, measure, why, at);
    }
}
