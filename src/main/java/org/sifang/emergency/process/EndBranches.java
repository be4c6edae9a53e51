package org.sifang.emergency.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.emergency.EmergencyCourse;
import org.springframework.stereotype.Component;

/** The positive was corrected: what is open ends, and everybody who acted is told. */
@Component
class EndBranches implements JavaDelegate {

    private final EmergencyCourse course;
    private final Clock clock;

    EndBranches(EmergencyCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.endBranches(id, clock.instant());
        EmergencyVariables.STOOD_DOWN.set(execution, true);
    }
}
