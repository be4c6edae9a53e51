package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CheckCutOff;
import org.springframework.stereotype.Component;

/** Marks the next checks that were not done by the cut-off. */
@Component
class MarkMissedChecks implements JavaDelegate {

    private final CheckCutOff cutOff;

    MarkMissedChecks(CheckCutOff cutOff) {
        this.cutOff = cutOff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CheckVariables.ALL_MISSED_MARKED.set(execution, cutOff.markChunk(id));
    }
}
