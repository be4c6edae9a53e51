package org.sifang.labtest.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.labtest.OverdueTests;
import org.springframework.stereotype.Component;

/** Tells of samples and results that did not come in time. */
@Component
class MarkOverdueTests implements JavaDelegate {

    private final OverdueTests overdue;
    private final Clock clock;

    MarkOverdueTests(OverdueTests overdue, Clock clock) {
        this.overdue = overdue;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        overdue.mark(clock.instant());
    }
}
