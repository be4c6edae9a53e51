package org.sifang.isolation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Wording;
import org.sifang.screening.PersonCase;
import org.sifang.worklist.TaskContext.Progress;
import org.sifang.worklist.TaskContext.Step;
import org.springframework.stereotype.Component;

/** The way of a case as people see it. */
@Component
public class CaseWay {

    private final Wording wording;

    CaseWay(Wording wording) {
        this.wording = wording;
    }

    public List<Step> steps(PersonCase found, Isolation one) {
        Delivery order = one.order();
        Delivery release = one.release();
        Decision decision = one.decision();
        Isolation.Settlement settlement = one.settlement();
        return List.of(
                step("found", true, found.foundAt(), null),
                step("ordered", true, order == null ? null : order.at(), order == null ? null : order.by()),
                step("isolated", order != null, one.beganAt(), settlement == null ? null : settlement.by()),
                step(
                        "decided",
                        one.beganAt() != null,
                        decision == null ? null : decision.at(),
                        decision == null ? null : decision.by()),
                step(
                        "released",
                        decision != null,
                        release == null ? null : release.at(),
                        release == null ? null : release.by()),
                step("closed", release != null, one.closedAt(), null));
    }

    /** @param at when it was done; null while it is not */
    private Step step(String name, boolean reached, @Nullable Instant at, @Nullable String who) {
        Progress progress = at != null ? Progress.DONE : reached ? Progress.NOW : Progress.AHEAD;
        return new Step("isolation.step." + name, progress, at, who == null ? null : wording.officerName(who));
    }
}
