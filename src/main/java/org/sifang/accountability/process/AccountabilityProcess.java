package org.sifang.accountability.process;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.AccountabilityFlow;
import org.sifang.accountability.AppealOutcome;
import org.sifang.accountability.MeasureKind;
import org.sifang.engine.OpenTasks;
import org.sifang.kernel.StateConflictException;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code accountability}. */
@Component
class AccountabilityProcess implements AccountabilityFlow {

    static final String ID = "accountability";

    private final RuntimeService runtime;
    private final OpenTasks tasks;

    AccountabilityProcess(RuntimeService runtime, OpenTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void opened(UUID id) {
        runtime.startProcessInstanceByKey(ID, id.toString(), AccountabilityVariables.EXECUTED.with(false));
    }

    @Override
    public void heard(UUID id) {
        tasks.complete(ID, id, "Task_MakeStatement", Map.of());
    }

    @Override
    public void established(UUID id) {
        tasks.complete(ID, id, "Task_EstablishFacts", Map.of());
    }

    @Override
    public void decided(UUID id, @Nullable MeasureKind measure) {
        String word = measure == null ? AccountabilityVariables.NO_MEASURE : measure.name();
        tasks.complete(ID, id, "Task_DecideCase", AccountabilityVariables.MEASURE.with(word));
    }

    @Override
    public void executed(UUID id) {
        tasks.complete(ID, id, "Task_ConfirmExecution", AccountabilityVariables.EXECUTED.with(true));
    }

    @Override
    public void appealLodged(UUID id) {
        tell("AppealLodged", id);
    }

    @Override
    public void appealDecided(UUID id, AppealOutcome outcome, @Nullable MeasureKind measure) {
        Map<String, Object> decisions = new HashMap<>(AccountabilityVariables.OUTCOME.with(outcome.name()));
        if (measure != null) {
            decisions.putAll(AccountabilityVariables.MEASURE.with(measure.name()));
            decisions.putAll(AccountabilityVariables.EXECUTED.with(false));
        }
        tasks.complete(ID, id, "Task_DecideAppeal", decisions);
    }

    @Override
    public void withdrawn(UUID id) {
        tell("CaseWithdrawn", id);
    }

    private void tell(String message, UUID id) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(id.toString())
                    .correlate();
        } catch (MismatchingMessageCorrelationException elsewhere) {
            // Its job is being done at this moment, or waits to be tried again.
            throw new StateConflictException("accountability.step", "UNDER_WAY", "WAITING");
        }
    }
}
