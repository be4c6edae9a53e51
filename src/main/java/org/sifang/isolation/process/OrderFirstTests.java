package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CaseSteps;
import org.springframework.stereotype.Component;

/** Orders the tests of the first day. */
@Component
class OrderFirstTests implements JavaDelegate {

    private final CaseSteps steps;

    OrderFirstTests(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        steps.orderFirstTests(id);
    }
}
