package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.CaseCourse;
import org.sifang.accountability.Execution;
import org.springframework.stereotype.Component;

/** Serves the decision, and gives the timers the ends of its periods. */
@Component
class ServeDecision implements JavaDelegate {

    private final CaseCourse course;
    private final Clock clock;

    ServeDecision(CaseCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        Execution served = course.serve(id, clock.instant());
        AccountabilityVariables.EXECUTION_DUE_AT.set(execution, served.dueAt());
        AccountabilityVariables.APPEAL_UNTIL.set(execution, served.appealUntil());
    }
}
