package org.sifang.inspection.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.inspection.InspectionCourse;
import org.springframework.stereotype.Component;

/** The time for the visits has run out. */
@Component
class MarkVisitsOverdue implements JavaDelegate {

    private final InspectionCourse course;
    private final Clock clock;

    MarkVisitsOverdue(InspectionCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.markOverdue(id, clock.instant());
    }
}
