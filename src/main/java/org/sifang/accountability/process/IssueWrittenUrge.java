package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.MeasureWork;
import org.springframework.stereotype.Component;

/** The mildest measure: an urge in writing. */
@Component
class IssueWrittenUrge implements JavaDelegate {

    private final MeasureWork measures;
    private final Clock clock;

    IssueWrittenUrge(MeasureWork measures, Clock clock) {
        this.measures = measures;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        measures.urge(id, clock.instant());
    }
}
