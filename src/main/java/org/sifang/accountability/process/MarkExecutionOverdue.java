package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.CaseCourse;
import org.springframework.stereotype.Component;

/** The measure has not been carried out in time. */
@Component
class MarkExecutionOverdue implements JavaDelegate {

    private final CaseCourse course;
    private final Clock clock;

    MarkExecutionOverdue(CaseCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.markExecutionOverdue(id, clock.instant());
    }
}
