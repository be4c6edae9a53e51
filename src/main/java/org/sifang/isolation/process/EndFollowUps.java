package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CheckSweep;
import org.springframework.stereotype.Component;

/** Ends the next follow-ups whose time is over. */
@Component
class EndFollowUps implements JavaDelegate {

    private final CheckSweep sweep;

    EndFollowUps(CheckSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CheckVariables.ALL_ENDED.set(execution, sweep.endFollowUpsChunk(id));
    }
}
