package org.sifang.inspection;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.StateConflictException;

/**
 * A planned inspection, on its way from the draw to what was found.
 *
 * @param duty the duty it meets; null when it was planned by hand
 * @param clause reference of the clause that orders it; null without a notice
 * @param clauseText that clause as worded when it was planned
 * @param organization code of the organisation that carries it out
 * @param checklist as worded when it was planned
 * @param announced whether those who are visited are told before
 * @param size how many objects are drawn
 * @param dueAt by when every visit is made
 * @param draw the draw that counts; null until one is confirmed
 * @param confirmedBy who confirmed what was found; null until then
 */
public record Inspection(
        UUID id,
        @Nullable UUID notice,
        @Nullable UUID duty,
        @Nullable String clause,
        @Nullable String clauseText,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        String title,
        Checklist checklist,
        Targets targets,
        boolean announced,
        int size,
        Instant dueAt,
        InspectionState state,
        Instant plannedAt,
        String plannedBy,
        @Nullable UUID draw,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String reason) {

    private static final Set<InspectionState> OPEN =
            EnumSet.of(InspectionState.PLANNED, InspectionState.VISITING, InspectionState.REVIEW);

    public boolean open() {
        return OPEN.contains(state);
    }

    /** @throws StateConflictException when it stands elsewhere */
    void require(InspectionState wanted) {
        if (state != wanted) {
            throw new StateConflictException("inspection", state.name(), wanted.name());
        }
    }

    /** @throws StateConflictException when it is over */
    void requireOpen() {
        if (!open()) {
            throw new StateConflictException("inspection", state.name(), "PLANNED,VISITING,REVIEW");
        }
    }
}
