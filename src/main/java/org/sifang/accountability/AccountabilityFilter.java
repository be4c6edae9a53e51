package org.sifang.accountability;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; null leaves a side open.
 *
 * @param party code of the organisation, or the id of an individual's case
 * @param overdue only those whose measure was not carried out in time and still is not
 */
public record AccountabilityFilter(
        @Nullable UUID notice,
        @Nullable String party,
        @Nullable CaseState state,
        boolean overdue) {

    public static final AccountabilityFilter ALL = new AccountabilityFilter(null, null, null, false);
}
