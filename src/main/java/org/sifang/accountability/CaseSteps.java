package org.sifang.accountability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sifang.worklist.TaskContext.Progress;
import org.sifang.worklist.TaskContext.Step;

/** The way of a case, as its page and its tasks show it. */
public final class CaseSteps {

    private final List<Step> steps = new ArrayList<>();
    private boolean reached;

    private CaseSteps() {}

    /** @param names the name of an officer, by his user name */
    public static List<Step> of(AccountabilityCase one, UnaryOperator<String> names) {
        CaseSteps way = new CaseSteps();
        way.done("opened", one.openedAt(), null);
        way.next("notified", one.notifiedAt(), null, one);
        way.next("heard", one.hearing() == null ? null : one.hearing().at(), null, one);
        Assessment known = one.assessment();
        way.next("assessed", known == null ? null : known.assessedAt(), null, one);
        Ruling ruling = one.ruling();
        way.next("decided", ruling == null ? null : ruling.at(), ruling == null ? null : names.apply(ruling.by()), one);
        Execution served = one.execution();
        way.next("served", served == null ? null : served.servedAt(), null, one);
        way.next("executed", served == null ? null : served.doneAt(), null, one);
        way.next("closed", one.closedAt(), null, one);
        return List.copyOf(way.steps);
    }

    private void done(String what, Instant at, @Nullable String who) {
        steps.add(new Step("accountability.step." + what, Progress.DONE, at, who));
    }

    /** A case that is over skips what it never came to. */
    private void next(String what, @Nullable Instant at, @Nullable String who, AccountabilityCase one) {
        if (at != null) {
            done(what, at, who);
        } else if (!one.state().over()) {
            steps.add(new Step("accountability.step." + what, reached ? Progress.AHEAD : Progress.NOW, null, null));
            reached = true;
        }
    }
}
