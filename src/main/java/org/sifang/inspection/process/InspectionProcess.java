package org.sifang.inspection.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.sifang.engine.OpenTasks;
import org.sifang.engine.ProcessVariable;
import org.sifang.inspection.InspectionFlow;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code inspection}. */
@Component
class InspectionProcess implements InspectionFlow {

    static final String ID = "inspection";

    private final RuntimeService runtime;
    private final OpenTasks tasks;

    InspectionProcess(RuntimeService runtime, OpenTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void planned(UUID inspection) {
        runtime.startProcessInstanceByKey(ID, inspection.toString());
    }

    @Override
    public void drawJudged(UUID inspection, boolean stands, Instant visitsDueAt) {
        complete(inspection, "Task_ConfirmDraw", InspectionVariables.DRAW_STANDS, stands, visitsDueAt);
    }

    @Override
    public void visitsMade(UUID inspection) {
        tasks.complete(ID, inspection, "Task_MakeVisits", Map.of());
    }

    @Override
    public void findingsJudged(UUID inspection, boolean confirmed, Instant visitsDueAt) {
        complete(inspection, "Task_ConfirmFindings", InspectionVariables.CONFIRMED, confirmed, visitsDueAt);
    }

    private void complete(
            UUID inspection, String task, ProcessVariable<Boolean> word, boolean answer, Instant visitsDueAt) {
        Map<String, Object> decisions = new HashMap<>(word.with(answer));
        decisions.putAll(InspectionVariables.VISITS_DUE_AT.with(visitsDueAt));
        tasks.complete(ID, inspection, task, decisions);
    }

    @Override
    public void cancelled(UUID inspection) {
        tell("InspectionCancelled", inspection);
    }

    private void tell(String message, UUID inspection) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(inspection.toString())
                .correlate();
    }
}
