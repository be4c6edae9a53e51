package org.sifang.inspection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.StateConflictException;

/**
 * One object visited by its inspectors.
 *
 * @param organization code of the organisation that is visited
 * @param inspectors user names, the one who leads first; at least two
 * @param announced whether it was told before
 * @param overdueAt when it was found to be late; stays when it is made later
 * @param score 0 to 100; null until it is done, and when no item applied
 * @param receivedBy post of whoever received the inspectors
 * @param reason why it was not made, or why it was sent back
 */
public record Visit(
        UUID id,
        UUID inspection,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        List<String> inspectors,
        boolean announced,
        Instant dueAt,
        VisitState state,
        @Nullable Instant startedAt,
        @Nullable String startedBy,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable Instant overdueAt,
        @Nullable BigDecimal score,
        @Nullable Boolean passed,
        @Nullable String receivedBy,
        @Nullable String remark,
        @Nullable String reason) {

    public Visit {
        inspectors = List.copyOf(inspectors);
    }

    public boolean open() {
        return state == VisitState.PLANNED || state == VisitState.STARTED;
    }

    /** Whether the visited organisation may know of it. */
    public boolean known() {
        return announced || startedAt != null;
    }

    /** @throws StateConflictException when it stands elsewhere */
    void require(VisitState wanted) {
        if (state != wanted) {
            throw new StateConflictException("inspection.visit", state.name(), wanted.name());
        }
    }
}
