package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.Hearings;
import org.springframework.stereotype.Component;

/** The party said nothing until the end of its period. */
@Component
class RecordExpiry implements JavaDelegate {

    private final Hearings hearings;
    private final Clock clock;

    RecordExpiry(Hearings hearings, Clock clock) {
        this.hearings = hearings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        hearings.expire(id, clock.instant());
    }
}
