package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.DueTests;
import org.springframework.stereotype.Component;

/** Orders the tests of the next people whose day for one has come. */
@Component
class OrderDueTests implements JavaDelegate {

    private final DueTests tests;

    OrderDueTests(DueTests tests) {
        this.tests = tests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CheckVariables.ALL_ORDERED.set(execution, tests.orderChunk(id));
    }
}
