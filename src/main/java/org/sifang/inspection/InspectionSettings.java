package org.sifang.inspection;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How inspections are planned when nobody says otherwise; working values, for the command to set.
 *
 * @param percent share of what may be visited that is drawn, rounded up
 * @param least fewest objects that are drawn, as far as there are so many
 * @param review how long before a duty's deadline the visits end, so that what was found can be looked at
 */
@ConfigurationProperties("sifang.inspection")
public record InspectionSettings(
        @DefaultValue("30") int percent,
        @DefaultValue("2") int least,
        @DefaultValue("PT24H") Duration review) {

    private static final int WHOLE = 100;

    /** @param objects how many may be visited */
    int size(int objects) {
        int share = (objects * percent + WHOLE - 1) / WHOLE;
        return Math.max(1, Math.min(objects, Math.max(share, least)));
    }

    /** By when the visits of a duty are made: its deadline less the time to review, unless that lies in the past. */
    Instant visitsDueAt(Instant dutyDueAt, Instant now) {
        Instant early = dutyDueAt.minus(review);
        return early.isAfter(now) ? early : dutyDueAt;
    }
}
