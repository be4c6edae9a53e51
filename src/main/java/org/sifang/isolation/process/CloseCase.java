package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CaseSteps;
import org.springframework.stereotype.Component;

/** Closes a case that has gone its whole way. */
@Component
class CloseCase implements JavaDelegate {

    private final CaseSteps steps;

    CloseCase(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        steps.close(id);
    }
}
