package org.sifang.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among the visits.
 *
 * @param organization code of what is visited
 * @param mine only those the reader is sent on
 * @param overdue only those that were late
 */
public record VisitFilter(
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable VisitState state,
        boolean mine,
        boolean overdue) {

    public static final VisitFilter ALL = new VisitFilter(null, null, null, false, false);
}
