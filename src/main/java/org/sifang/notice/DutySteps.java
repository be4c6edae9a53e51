package org.sifang.notice;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sifang.worklist.TaskContext.Progress;
import org.sifang.worklist.TaskContext.Step;

/** The way of a duty as people see it. */
public final class DutySteps {

    private final UnaryOperator<String> names;

    private DutySteps(UnaryOperator<String> names) {
        this.names = names;
    }

    /** @param names from a user name to the name people know */
    public static List<Step> of(Duty duty, UnaryOperator<String> names) {
        return new DutySteps(names).steps(duty);
    }

    private List<Step> steps(Duty duty) {
        boolean received = duty.receivedAt() != null;
        boolean prepared = duty.state() == DutyState.IN_PROGRESS;
        boolean handedIn = duty.state() == DutyState.SUBMITTED || duty.state() == DutyState.ACCEPTED;
        return List.of(
                step("receive", true, received, duty.receivedAt(), duty.receivedBy()),
                step("work", received, prepared || handedIn, null, duty.responsible()),
                step("sign", prepared, handedIn, null, duty.signedBy()),
                step("submit", false, handedIn, duty.submittedAt(), duty.submittedBy()),
                step("judge", handedIn, duty.state() == DutyState.ACCEPTED, duty.closedAt(), duty.closedBy()));
    }

    private Step step(String name, boolean reached, boolean done, @Nullable Instant at, @Nullable String who) {
        Progress progress = done ? Progress.DONE : reached ? Progress.NOW : Progress.AHEAD;
        return new Step("duty.step." + name, progress, done ? at : null, done && who != null ? names.apply(who) : null);
    }
}
