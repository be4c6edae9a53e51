package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.OrganizationLevel;

/**
 * By when a lower level has to have done its part of a duty, and whether it said so.
 *
 * @param organization code of the lower level's organisation
 * @param people how many people it entered for this round; 0 is a statement, null is silence
 */
public record InnerDeadline(
        UUID duty,
        String organization,
        String organizationName,
        OrganizationLevel level,
        Instant dueAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Integer people,
        @Nullable String remark) {

    /** On time, late, silent or still pending, as for the duty itself. */
    public Timeliness timeliness(Instant now) {
        if (confirmedAt != null) {
            return confirmedAt.isAfter(dueAt) ? Timeliness.LATE : Timeliness.ON_TIME;
        }
        return now.isAfter(dueAt) ? Timeliness.SILENT : Timeliness.PENDING;
    }
}
