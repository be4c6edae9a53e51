package org.sifang.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something found wrong, as it is handed to {@link Findings#record}.
 *
 * @param clause reference of the clause that orders it, such as 五(二)
 * @param clauseText the clause as worded on the day; null without a clause
 * @param organization code of the organisation that has to mend it
 * @param orderer code of the organisation whose leader orders the rectification
 * @param checklist code of the checklist; null when there was none
 * @param item code of the item; with organisation and checklist it tells a repeated finding
 * @param itemText the item as worded on the day
 * @param description what was found; no personal data
 * @param sourceId the visit, duty or other record it comes from
 */
public record NewFinding(
        @Nullable UUID notice,
        @Nullable String clause,
        @Nullable String clauseText,
        String organization,
        String orderer,
        @Nullable String checklist,
        String item,
        String itemText,
        String description,
        FindingSource source,
        @Nullable UUID sourceId,
        Severity severity) {

    public NewFinding {
        if (item.isBlank() || itemText.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("A finding says what was looked at and what was found");
        }
    }
}
