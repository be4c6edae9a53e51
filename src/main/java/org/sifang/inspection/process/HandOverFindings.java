package org.sifang.inspection.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.inspection.InspectionCourse;
import org.springframework.stereotype.Component;

/** What was found becomes findings, and the duty is met. */
@Component
class HandOverFindings implements JavaDelegate {

    private final InspectionCourse course;
    private final Clock clock;

    HandOverFindings(InspectionCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.handOver(id, clock.instant());
    }
}
