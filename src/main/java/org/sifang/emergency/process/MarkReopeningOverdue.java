package org.sifang.emergency.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.emergency.Branch;
import org.sifang.emergency.EmergencyCourse;
import org.springframework.stereotype.Component;

/** The clock of the judgement on reopening has run out. */
@Component
class MarkReopeningOverdue implements JavaDelegate {

    private final EmergencyCourse course;
    private final Clock clock;

    MarkReopeningOverdue(EmergencyCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.markOverdue(id, Branch.REOPENING, clock.instant());
    }
}
