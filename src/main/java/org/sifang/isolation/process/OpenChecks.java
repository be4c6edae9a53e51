package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CheckOpening;
import org.springframework.stereotype.Component;

/** Opens the next checks of the day. */
@Component
class OpenChecks implements JavaDelegate {

    private final CheckOpening opening;

    OpenChecks(CheckOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CheckVariables.ALL_OPENED.set(execution, opening.openChunk(id));
    }
}
