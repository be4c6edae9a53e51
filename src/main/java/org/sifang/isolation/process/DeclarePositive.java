package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CaseSteps;
import org.springframework.stereotype.Component;

/** Keeps that she is positive; whatever follows an emergency that is called off begins at the decision. */
@Component
class DeclarePositive implements JavaDelegate {

    private final CaseSteps steps;

    DeclarePositive(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CaseVariables.STAGE.set(execution, CaseVariables.WAITING_FOR_RESULT);
        steps.declarePositive(id);
    }
}
