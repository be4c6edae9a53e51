package org.sifang.screening;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; null leaves a side open.
 *
 * @param organization code; of a command, its whole area
 * @param category code of a category
 * @param day on which they were found
 */
public record CaseFilter(
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable String category,
        @Nullable CaseState state,
        @Nullable CaseMark mark,
        @Nullable LocalDate day,
        @Nullable UUID importId) {

    public static final CaseFilter EVERYBODY = new CaseFilter(null, null, null, null, null, null, null);

    public CaseFilter on(LocalDate found) {
        return new CaseFilter(notice, organization, category, state, mark, found, importId);
    }

    public CaseFilter with(CaseMark wanted) {
        return new CaseFilter(notice, organization, category, state, wanted, day, importId);
    }
}
