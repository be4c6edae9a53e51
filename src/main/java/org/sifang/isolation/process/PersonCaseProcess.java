package org.sifang.isolation.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.sifang.engine.Bulk;
import org.sifang.engine.OpenTasks;
import org.sifang.isolation.CaseTurn;
import org.sifang.isolation.PersonCaseFlow;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code person-case}. */
@Component
class PersonCaseProcess implements PersonCaseFlow {

    static final String ID = "person-case";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final OpenTasks tasks;
    private final Bulk bulk;

    PersonCaseProcess(RuntimeService runtime, RepositoryService repository, OpenTasks tasks, Bulk bulk) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.bulk = bulk;
    }

    @Override
    public void opened(Collection<UUID> cases) {
        Map<String, Object> stage = CaseVariables.STAGE.passing(CaseVariables.NEW);
        // By its key the engine would look for the newest version once more with each start.
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ID)
                .latestVersion()
                .singleResult()
                .getId();
        bulk.run(() -> cases.forEach(id -> runtime.startProcessInstanceById(definition, id.toString(), stage)));
    }

    @Override
    public void orderServed(UUID id, boolean isolates) {
        tasks.complete(ID, id, "Task_ServeOrder", CaseVariables.ISOLATES.with(isolates));
    }

    @Override
    public void settled(UUID id) {
        tasks.complete(ID, id, "Task_SettleIsolation", Map.of());
    }

    @Override
    public void releaseDecided(Collection<UUID> cases) {
        bulk.run(() -> cases.forEach(id -> tell("ReleaseDecided", id).correlateAll()));
    }

    @Override
    public void releaseServed(UUID id, boolean followsUp) {
        tasks.complete(ID, id, "Task_ServeRelease", CaseVariables.FOLLOWS_UP.with(followsUp));
    }

    @Override
    public void followUpEnded(Collection<UUID> cases) {
        bulk.run(() -> cases.forEach(id -> tell("FollowUpEnded", id).correlateAll()));
    }

    @Override
    public void turned(Collection<UUID> cases, CaseTurn turn) {
        Map<String, Object> words = new HashMap<>(CaseVariables.TURN.with(turn.name()));
        words.putAll(CaseVariables.STAGE.with(CaseVariables.WAITING_FOR_RESULT));
        bulk.run(() ->
                cases.forEach(id -> tell("CaseTurned", id).setVariables(words).correlateAll()));
    }

    @Override
    public void resumed(UUID id) {
        runtime.startProcessInstanceByKey(
                ID, id.toString(), CaseVariables.STAGE.passing(CaseVariables.WAITING_FOR_RESULT));
    }

    private MessageCorrelationBuilder tell(String name, UUID id) {
        return runtime.createMessageCorrelation(name).processInstanceBusinessKey(id.toString());
    }
}
