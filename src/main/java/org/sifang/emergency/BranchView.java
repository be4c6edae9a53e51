package org.sifang.emergency;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a branch is.
 *
 * @param doneBy user name
 * @param overdueAt when it was found to be late; stays when it was done later
 * @param endedAt when it was ended without being done, because the positive was corrected
 * @param facts what was filled in, by the field's name; instants in ISO form, no personal data
 */
public record BranchView(
        Branch branch,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable Instant overdueAt,
        @Nullable Instant endedAt,
        Map<String, String> facts) {

    public BranchView {
        facts = new TreeMap<>(facts);
    }

    public boolean open() {
        return doneAt == null && endedAt == null;
    }

    /** OPEN, OVERDUE, DONE, LATE or ENDED. */
    public String state() {
        if (endedAt != null) {
            return "ENDED";
        }
        if (doneAt != null) {
            return overdueAt == null ? "DONE" : "LATE";
        }
        return overdueAt == null ? "OPEN" : "OVERDUE";
    }
}
