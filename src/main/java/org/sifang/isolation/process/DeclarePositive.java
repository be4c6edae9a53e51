package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CaseSteps;
import org.springframework.stereotype.Component;

/** Keeps that she is positive; whatever follows an emergency that is called off begins with the tests that are lacking. */
@Component
class DeclarePositive implements JavaDelegate {

    private final CaseSteps steps;

    DeclarePositive(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CaseVariables.STAGE.set(execution, CaseVariables.LACKING_TESTS);
        steps.declarePositive(id);
    }
}
