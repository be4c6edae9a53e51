package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CaseSteps;
import org.springframework.stereotype.Component;

/** Orders what is lacking since a release was taken back or an emergency called off. */
@Component
class OrderMissingTests implements JavaDelegate {

    private final CaseSteps steps;

    OrderMissingTests(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        steps.orderMissingTests(id);
    }
}
