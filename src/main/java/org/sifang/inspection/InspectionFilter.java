package org.sifang.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among the inspections.
 *
 * @param organization code of the organisation that carries them out
 */
public record InspectionFilter(
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable InspectionState state) {

    public static final InspectionFilter ALL = new InspectionFilter(null, null, null);
}
