package org.sifang.emergency.process;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.sifang.emergency.Branch;
import org.sifang.emergency.EmergencyFlow;
import org.sifang.engine.OpenTasks;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code emergency-response}. */
@Component
class EmergencyProcess implements EmergencyFlow {

    static final String ID = "emergency-response";

    private final RuntimeService runtime;
    private final OpenTasks tasks;

    EmergencyProcess(RuntimeService runtime, OpenTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void reported(UUID emergency) {
        tasks.complete(ID, emergency, "Task_ReportPositive", Map.of());
    }

    @Override
    public void departed(UUID emergency) {
        tasks.complete(ID, emergency, "Task_ArrangeTransfer", Map.of());
    }

    @Override
    public void handedOver(UUID emergency) {
        tasks.complete(ID, emergency, "Task_ReceivePatient", Map.of());
    }

    @Override
    public void traced(UUID emergency) {
        tasks.complete(ID, emergency, "Task_TraceContacts", Map.of());
    }

    @Override
    public void unitInformed(UUID emergency) {
        tasks.complete(ID, emergency, "Task_InformUnit", Map.of());
    }

    @Override
    public void sitesClosed(UUID emergency, boolean any) {
        tasks.complete(ID, emergency, "Task_CloseSites", EmergencyVariables.SITES_CLOSED.with(any));
    }

    @Override
    public void disinfected(UUID emergency, Instant reopeningDueAt) {
        tasks.complete(
                ID,
                emergency,
                "Task_DisinfectSites",
                EmergencyVariables.dueAt(Branch.REOPENING).with(reopeningDueAt));
    }

    @Override
    public void reopeningJudged(UUID emergency) {
        tasks.complete(ID, emergency, "Task_ReopenSites", Map.of());
    }

    @Override
    public void stoodDown(UUID emergency) {
        tell("EmergencyStoodDown", emergency);
    }

    private void tell(String message, UUID emergency) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(emergency.toString())
                .correlate();
    }
}
