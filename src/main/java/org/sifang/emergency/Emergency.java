package org.sifang.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.StateConflictException;

/**
 * What is done about one positive.
 *
 * @param organization code of the county's command
 * @param division of the person's case
 * @param openedAt when the positive became known; the clocks run from here
 * @param hospital code of the one the patient goes to; null until it is chosen
 * @param branches those that have begun, in the order of {@link Branch}
 */
public record Emergency(
        UUID id,
        UUID personCase,
        UUID notice,
        String organization,
        DivisionCode division,
        String sector,
        EmergencyState state,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable String hospital,
        List<BranchView> branches) {

    public Emergency {
        branches = List.copyOf(branches);
    }

    public Optional<BranchView> branch(Branch wanted) {
        return branches.stream().filter(one -> one.branch() == wanted).findFirst();
    }

    /** The next clock that runs out, of those that are open. */
    public Optional<Instant> nextDueAt() {
        return branches.stream().filter(BranchView::open).map(BranchView::dueAt).min(Instant::compareTo);
    }

    public boolean overdue() {
        return branches.stream().anyMatch(branch -> branch.open() && branch.overdueAt() != null);
    }

    /** @throws StateConflictException when it is over */
    void requireOpen() {
        if (state != EmergencyState.OPEN) {
            throw new StateConflictException("emergency", state.name(), EmergencyState.OPEN.name());
        }
    }

    /** @throws StateConflictException when the branch has not begun, or is over */
    void requireOpen(Branch wanted) {
        requireOpen();
        String actual = branch(wanted).map(BranchView::state).orElse("NOT_BEGUN");
        if (!branch(wanted).map(BranchView::open).orElse(false)) {
            throw new StateConflictException("emergency.branch", actual, "OPEN,OVERDUE");
        }
    }
}
