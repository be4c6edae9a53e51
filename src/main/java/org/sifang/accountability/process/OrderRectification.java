package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.MeasureWork;
import org.springframework.stereotype.Component;

/** Orders a rectification, which has a model of its own. */
@Component
class OrderRectification implements JavaDelegate {

    private final MeasureWork measures;
    private final Clock clock;

    OrderRectification(MeasureWork measures, Clock clock) {
        this.measures = measures;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        measures.orderRectification(id, clock.instant());
    }
}
