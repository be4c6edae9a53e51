package org.sifang.inspection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.StateConflictException;

/**
 * Something found wrong in an organisation, and how far its rectification is.
 *
 * @param clause reference of the clause that orders what was not done; null when no notice is behind it
 * @param clauseText the clause as worded on the day
 * @param organization code of the organisation that has to mend it
 * @param division of that organisation
 * @param sector its line; null for none
 * @param orderer code of the organisation whose leader orders the rectification
 * @param checklist code of the checklist; null when there was none
 * @param sourceId the visit, duty or other record it comes from
 * @param finder user name; {@code system} when no person found it
 * @param repeatOf the latest earlier finding of the same item in the same organisation
 * @param round how many times it has been ordered; 0 before the first order
 * @param dueAt the deadline that counts now; null before the first order
 * @param overdueAt when the deadline of the present round was missed
 * @param rechecker user name of who looks whether it is mended; null until somebody is named
 */
public record Finding(
        UUID id,
        @Nullable UUID notice,
        @Nullable String clause,
        @Nullable String clauseText,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        String orderer,
        @Nullable String checklist,
        String item,
        String itemText,
        String description,
        FindingSource source,
        @Nullable UUID sourceId,
        Severity severity,
        String finder,
        FindingState state,
        Instant foundAt,
        @Nullable UUID repeatOf,
        int round,
        @Nullable Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable String rechecker,
        @Nullable Instant closedAt) {

    public boolean repeated() {
        return repeatOf != null;
    }

    public boolean open() {
        return state != FindingState.CLOSED;
    }

    /** @throws StateConflictException when it stands elsewhere */
    void require(FindingState... wanted) {
        StringBuilder names = new StringBuilder();
        for (FindingState one : wanted) {
            if (state == one) {
                return;
            }
            names.append(names.isEmpty() ? "" : ",").append(one);
        }
        throw new StateConflictException("finding", state.name(), names.toString());
    }
}
