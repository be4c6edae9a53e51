package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.CaseCourse;
import org.springframework.stereotype.Component;

/** Has the table of liability propose a measure. */
@Component
class AssessLiability implements JavaDelegate {

    private final CaseCourse course;
    private final Clock clock;

    AssessLiability(CaseCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.assess(id, clock.instant());
    }
}
