package org.sifang.emergency.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.emergency.Emergencies;
import org.sifang.emergency.Emergency;
import org.springframework.stereotype.Component;

/** Opens the emergency of a case found positive, in the transaction of the result. */
@Component
class OpenEmergency implements JavaDelegate {

    private final Emergencies emergencies;
    private final Clock clock;

    OpenEmergency(Emergencies emergencies, Clock clock) {
        this.emergencies = emergencies;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID personCase = UUID.fromString(execution.getProcessBusinessKey());
        Emergency opened = emergencies.open(personCase, clock.instant());
        EmergencyVariables.EMERGENCY_ID.set(execution, opened.id().toString());
    }
}
