package org.sifang.inspection.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.inspection.RectificationCourse;
import org.springframework.stereotype.Component;

/** What was handed in has not been rechecked in time. */
@Component
class RemindRecheck implements JavaDelegate {

    private final RectificationCourse course;
    private final Clock clock;

    RemindRecheck(RectificationCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.remindRecheck(UUID.fromString(execution.getProcessBusinessKey()), clock.instant());
    }
}
