package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CaseSteps;
import org.springframework.stereotype.Component;

/** Closes the case of a person who is in hospital. */
@Component
class CloseTransferred implements JavaDelegate {

    private final CaseSteps steps;

    CloseTransferred(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        steps.closeTransferred(id);
    }
}
