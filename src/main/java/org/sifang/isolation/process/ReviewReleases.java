package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CheckSweep;
import org.springframework.stereotype.Component;

/** Asks about the release of the next people whose days are over. */
@Component
class ReviewReleases implements JavaDelegate {

    private final CheckSweep sweep;

    ReviewReleases(CheckSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CheckVariables.ALL_REVIEWED.set(execution, sweep.reviewChunk(id));
    }
}
