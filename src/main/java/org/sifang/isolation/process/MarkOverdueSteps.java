package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.OverdueSteps;
import org.springframework.stereotype.Component;

/** Marks the next steps of cases that are overdue. */
@Component
class MarkOverdueSteps implements JavaDelegate {

    private final OverdueSteps steps;

    MarkOverdueSteps(OverdueSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CheckVariables.ALL_OVERDUE_MARKED.set(execution, steps.markChunk(id));
    }
}
