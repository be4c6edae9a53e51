package org.sifang.inspection;

import java.util.ArrayList;
import java.util.List;
import org.sifang.worklist.TaskContext.Progress;
import org.sifang.worklist.TaskContext.Step;

/** The way of a finding as the steps beside a task's form. */
public final class RectificationSteps {

    private static final List<FindingState> WAY = List.of(
            FindingState.OPEN, FindingState.ORDERED, FindingState.EVIDENCE, FindingState.RECHECK, FindingState.CLOSED);

    private RectificationSteps() {}

    public static List<Step> of(Finding finding) {
        FindingState state = finding.state() == FindingState.OVERDUE ? FindingState.ORDERED : finding.state();
        int now = WAY.indexOf(state);
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < WAY.size(); at++) {
            boolean done = at < now || state == FindingState.CLOSED;
            steps.add(new Step(
                    "finding.step." + WAY.get(at),
                    done ? Progress.DONE : at == now ? Progress.NOW : Progress.AHEAD,
                    at == 0 ? finding.foundAt() : at == WAY.size() - 1 ? finding.closedAt() : null,
                    null));
        }
        return steps;
    }
}
