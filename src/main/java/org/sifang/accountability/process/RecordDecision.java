package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.CaseCourse;
import org.springframework.stereotype.Component;

/** Puts the leader's decision into a document. */
@Component
class RecordDecision implements JavaDelegate {

    private final CaseCourse course;
    private final Clock clock;

    RecordDecision(CaseCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.recordDecision(id, clock.instant());
    }
}
