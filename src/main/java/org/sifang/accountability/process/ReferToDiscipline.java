package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.MeasureWork;
import org.springframework.stereotype.Component;

/** Hands the case over with the sealed fact file. */
@Component
class ReferToDiscipline implements JavaDelegate {

    private final MeasureWork measures;
    private final Clock clock;

    ReferToDiscipline(MeasureWork measures, Clock clock) {
        this.measures = measures;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        measures.refer(id, clock.instant());
    }
}
