package org.sifang.notice.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.sifang.engine.Bulk;
import org.sifang.engine.OpenTasks;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyFlow;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code duty}. */
@Component
class DutyProcess implements DutyFlow {

    static final String ID = "duty";

    /** Element ids of the work of each kind. */
    static final Set<String> WORK = Set.of(
            "Task_CompileReport",
            "Task_InspectSector",
            "Task_CheckSelf",
            "Task_TakeInventory",
            "Task_HoldDrill",
            "Task_FileDocument",
            "Task_Confirm");

    private static final String SIGN_OFF = "Task_SignOff";

    private final RuntimeService runtime;
    private final RepositoryService definitions;
    private final OpenTasks tasks;
    private final Bulk bulk;

    DutyProcess(RuntimeService runtime, RepositoryService definitions, OpenTasks tasks, Bulk bulk) {
        this.runtime = runtime;
        this.definitions = definitions;
        this.tasks = tasks;
        this.bulk = bulk;
    }

    @Override
    public void sent(List<Duty> duties) {
        // By id: by key the engine would ask the database for the latest version anew for each of them.
        String latest = definitions
                .createProcessDefinitionQuery()
                .processDefinitionKey(ID)
                .latestVersion()
                .singleResult()
                .getId();
        bulk.run(() -> duties.forEach(
                duty -> runtime.startProcessInstanceById(latest, duty.id().toString())));
    }

    @Override
    public void received(Duty duty) {
        tasks.complete(
                ID,
                duty.id(),
                "Task_Receive",
                NoticeVariables.KIND.with(duty.kind().name()));
    }

    @Override
    public void worked(UUID duty) {
        tasks.completeOneOf(ID, duty, WORK, Map.of());
    }

    @Override
    public void signedOff(UUID duty, boolean approved) {
        tasks.complete(ID, duty, SIGN_OFF, NoticeVariables.SIGNED.with(approved));
    }

    @Override
    public void handedIn(UUID duty) {
        if (!tasks.waitsAt(ID, duty, SIGN_OFF)) {
            worked(duty);
        }
        signedOff(duty, true);
    }

    @Override
    public void judged(UUID duty, boolean accepted) {
        tasks.complete(ID, duty, "Task_Judge", NoticeVariables.ACCEPTED.with(accepted));
    }

    @Override
    public void waived(UUID duty) {
        tell("DutyWaived", duty);
    }

    @Override
    public void lifted(Collection<UUID> duties) {
        bulk.run(() -> duties.forEach(duty -> tell("DutyLifted", duty)));
    }

    private void tell(String message, UUID duty) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(duty.toString())
                .correlate();
    }
}
