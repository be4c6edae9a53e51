package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.CaseCourse;
import org.springframework.stereotype.Component;

/** Tells the party, and gives the timer the end of its period. */
@Component
class NotifyParty implements JavaDelegate {

    private final CaseCourse course;
    private final Clock clock;

    NotifyParty(CaseCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        AccountabilityVariables.STATEMENT_DUE_AT.set(execution, course.notifyParty(id, clock.instant()));
    }
}
