package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CaseOpenings;
import org.springframework.stereotype.Component;

/** Takes the next chunk of found people up. */
@Component
class OpenCases implements JavaDelegate {

    private final CaseOpenings openings;

    OpenCases(CaseOpenings openings) {
        this.openings = openings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        CaseVariables.ALL_OPENED.set(execution, openings.openChunk(id));
    }
}
