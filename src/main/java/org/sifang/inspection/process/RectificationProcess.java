package org.sifang.inspection.process;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.sifang.engine.Bulk;
import org.sifang.engine.OpenTasks;
import org.sifang.engine.ProcessVariable;
import org.sifang.inspection.RectificationFlow;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code rectification}. */
@Component
class RectificationProcess implements RectificationFlow {

    static final String ID = "rectification";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final OpenTasks tasks;
    private final Bulk bulk;

    RectificationProcess(RuntimeService runtime, ManagementService management, OpenTasks tasks, Bulk bulk) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.bulk = bulk;
    }

    @Override
    public void opened(Collection<UUID> findings, Instant orderDueAt) {
        Map<String, Object> clock = RectificationVariables.ORDER_DUE_AT.with(orderDueAt);
        bulk.run(() -> findings.forEach(id -> runtime.startProcessInstanceByKey(ID, id.toString(), clock)));
    }

    @Override
    public void ordered(UUID finding, Instant dueAt) {
        tasks.complete(ID, finding, "Task_OrderRectification", RectificationVariables.RECTIFICATION_DUE_AT.with(dueAt));
    }

    @Override
    public void extended(UUID finding, Instant dueAt) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(ID)
                .processInstanceBusinessKey(finding.toString())
                .singleResult();
        runtime.setVariables(instance.getId(), RectificationVariables.RECTIFICATION_DUE_AT.with(dueAt));
        Job clock = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("Event_RectificationOverdue")
                .singleResult();
        management.setJobDuedate(clock.getId(), ProcessVariable.dateOf(dueAt));
    }

    @Override
    public void evidenceIn(UUID finding, Instant recheckDueAt) {
        tasks.complete(ID, finding, "Task_SubmitEvidence", RectificationVariables.RECHECK_DUE_AT.with(recheckDueAt));
    }

    @Override
    public void recheckerNamed(UUID finding) {
        tasks.complete(ID, finding, "Task_NameRechecker", Map.of());
    }

    @Override
    public void closed(UUID finding) {
        tasks.complete(ID, finding, "Task_RecheckRectification", RectificationVariables.MENDED.with(true));
    }

    @Override
    public void sentBack(UUID finding, Instant dueAt) {
        Map<String, Object> words = new HashMap<>(RectificationVariables.MENDED.with(false));
        words.putAll(RectificationVariables.RECTIFICATION_DUE_AT.with(dueAt));
        tasks.complete(ID, finding, "Task_RecheckRectification", words);
    }
}
