package org.sifang.inspection.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.inspection.RectificationCourse;
import org.springframework.stereotype.Component;

/** Nobody has ordered the rectification in time. */
@Component
class RemindOrder implements JavaDelegate {

    private final RectificationCourse course;
    private final Clock clock;

    RemindOrder(RectificationCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.remindOrder(UUID.fromString(execution.getProcessBusinessKey()), clock.instant());
    }
}
