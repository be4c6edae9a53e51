package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.sifang.isolation.OpeningFlow;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code case-opening}. */
@Component
class CaseOpeningProcess implements OpeningFlow {

    private final RuntimeService runtime;

    CaseOpeningProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void started(UUID opening, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            runtime.startProcessInstanceByKey("case-opening", opening.toString());
        }
    }
}
