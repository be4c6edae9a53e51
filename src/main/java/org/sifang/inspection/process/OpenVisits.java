package org.sifang.inspection.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.inspection.InspectionCourse;
import org.springframework.stereotype.Component;

/** The draw stands; those who were drawn are sent. */
@Component
class OpenVisits implements JavaDelegate {

    private final InspectionCourse course;
    private final Clock clock;

    OpenVisits(InspectionCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.openVisits(id, clock.instant());
    }
}
