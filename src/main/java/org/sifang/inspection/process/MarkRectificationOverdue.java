package org.sifang.inspection.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.inspection.RectificationCourse;
import org.springframework.stereotype.Component;

/** The deadline of the order has come. */
@Component
class MarkRectificationOverdue implements JavaDelegate {

    private final RectificationCourse course;
    private final Clock clock;

    MarkRectificationOverdue(RectificationCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.markOverdue(UUID.fromString(execution.getProcessBusinessKey()), clock.instant());
    }
}
