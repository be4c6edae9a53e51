package org.sifang.notice;

import java.util.List;
import org.sifang.worklist.TaskContext.Progress;
import org.sifang.worklist.TaskContext.Step;

/** The way of a notice as people see it. */
public final class NoticeSteps {

    private NoticeSteps() {}

    public static List<Step> of(NoticeView notice) {
        return List.of(
                step("draft", notice, NoticeState.DRAFT),
                step("review", notice, NoticeState.IN_REVIEW),
                step("sign", notice, NoticeState.REVIEWED),
                step("inForce", notice, NoticeState.ISSUED));
    }

    private static Step step(String name, NoticeView notice, NoticeState own) {
        boolean inForce = own == NoticeState.ISSUED && notice.inForce();
        boolean before = notice.state().compareTo(own) > 0 || inForce;
        // A draft that was withdrawn has not gone the rest of the way.
        Progress done = notice.state() != NoticeState.WITHDRAWN ? Progress.DONE : Progress.AHEAD;
        return new Step(
                "notice.step." + name,
                before ? done : notice.state() == own ? Progress.NOW : Progress.AHEAD,
                null,
                null);
    }
}
