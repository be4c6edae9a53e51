package org.sifang.emergency.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.emergency.EmergencyCourse;
import org.springframework.stereotype.Component;

/** Gives the model's timers their instants, which the emergency has kept since it was opened. */
@Component
class StartClocks implements JavaDelegate {

    private final EmergencyCourse course;

    StartClocks(EmergencyCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.dueAt(id)
                .forEach((branch, dueAt) -> EmergencyVariables.dueAt(branch).set(execution, dueAt));
        EmergencyVariables.STOOD_DOWN.set(execution, false);
    }
}
