package org.sifang.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sifang.worklist.TaskContext.Progress;
import org.sifang.worklist.TaskContext.Step;

/** The branches as the steps beside a task's form. */
public final class EmergencySteps {

    private EmergencySteps() {}

    public static List<Step> of(Map<Branch, BranchView> branches) {
        List<Step> steps = new ArrayList<>();
        for (Branch branch : Branch.values()) {
            BranchView view = branches.get(branch);
            Progress progress = view == null ? Progress.AHEAD : view.open() ? Progress.NOW : Progress.DONE;
            steps.add(new Step("emergency.branch." + branch, progress, view == null ? null : view.doneAt(), null));
        }
        return steps;
    }
}
