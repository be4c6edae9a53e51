package org.sifang.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.sifang.kernel.StateConflictException;
import org.springframework.stereotype.Component;

/** The open user tasks of an instance, found by its business key. */
@Component
public class OpenTasks {

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    public boolean waitsAt(String process, UUID businessKey, String taskKey) {
        return query(process, businessKey, taskKey).count() > 0;
    }

    /** @throws StateConflictException when the instance does not wait at this task */
    public void complete(String process, UUID businessKey, String taskKey, Map<String, Object> decisions) {
        completeOneOf(process, businessKey, Set.of(taskKey), decisions);
    }

    /** @throws StateConflictException when the instance waits at none of these tasks */
    public void completeOneOf(
            String process, UUID businessKey, Collection<String> taskKeys, Map<String, Object> decisions) {
        Task task = query(process, businessKey, taskKeys.toArray(String[]::new)).list().stream()
                .findFirst()
                .orElseThrow(() -> new StateConflictException("task", "DONE", "OPEN"));
        tasks.complete(task.getId(), decisions);
    }

    private TaskQuery query(String process, UUID businessKey, String... taskKeys) {
        return tasks.createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey.toString())
                .taskDefinitionKeyIn(taskKeys);
    }
}
