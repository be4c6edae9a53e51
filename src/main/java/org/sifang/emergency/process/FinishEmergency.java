package org.sifang.emergency.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.emergency.EmergencyCourse;
import org.springframework.stereotype.Component;

/** Every branch is done. */
@Component
class FinishEmergency implements JavaDelegate {

    private final EmergencyCourse course;
    private final Clock clock;

    FinishEmergency(EmergencyCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.finish(id, clock.instant());
    }
}
