package org.sifang.labtest.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.sifang.engine.Bulk;
import org.sifang.engine.OpenTasks;
import org.sifang.engine.ProcessVariable;
import org.sifang.labtest.LabTest;
import org.sifang.labtest.TestFlow;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code lab-test}, which the person case calls. */
@Component
class LabTestProcess implements TestFlow {

    static final String ID = "lab-test";

    /** What the model ends with: a result, or REPLACED or CANCELLED. */
    private static final ProcessVariable<String> RESULT = ProcessVariable.word("result");

    private static final String TEST_ID = "testId";
    private static final int CHUNK = 200;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OpenTasks openTasks;
    private final Bulk bulk;

    LabTestProcess(RuntimeService runtime, TaskService tasks, OpenTasks openTasks, Bulk bulk) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.bulk = bulk;
    }

    @Override
    public void ordered(List<LabTest> ordered) {
        inChunks(ordered, this::begin);
    }

    /** Within its case; on its own for a case that is not carried by a model. */
    private void begin(LabTest test) {
        String id = test.id().toString();
        boolean heard = !runtime.createMessageCorrelation("TestOrdered")
                .processInstanceBusinessKey(test.caseId().toString())
                // Tests of one case side by side keep their results apart.
                .setVariablesToTriggeredScope(Map.of(TEST_ID, id, RESULT.name(), ""))
                .correlateAllWithResult()
                .isEmpty();
        if (!heard) {
            runtime.startProcessInstanceByKey(ID, id);
        }
    }

    @Override
    public void sampled(UUID test) {
        openTasks.complete(ID, test, "Task_TakeSample", Map.of());
    }

    @Override
    public void delivered(Collection<UUID> delivered) {
        inChunks(delivered, test -> openTasks.complete(ID, test, "Task_ReceiveSample", Map.of()));
    }

    @Override
    public void decided(List<Decided> decided) {
        inChunks(decided, one -> decide(one.test(), one.result().name()));
    }

    @Override
    public void replaced(Collection<UUID> replaced) {
        inChunks(replaced, test -> decide(test, "REPLACED"));
    }

    /** So many that one flush does for all, and not so many that the engine's session grows slow. */
    private <T> void inChunks(Collection<T> all, Consumer<T> each) {
        List<T> items = List.copyOf(all);
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<T> chunk = items.subList(from, Math.min(items.size(), from + CHUNK));
            bulk.run(() -> chunk.forEach(each));
        }
    }

    private void decide(UUID test, String result) {
        Task task = tasks.createTaskQuery()
                .processDefinitionKey(ID)
                .processInstanceBusinessKey(test.toString())
                .taskDefinitionKey("Task_RecordResult")
                .singleResult();
        if (task != null) {
            tasks.complete(task.getId(), RESULT.with(result));
        } else {
            // A case that has ended meanwhile has taken its tests with it: then nobody hears it.
            runtime.createMessageCorrelation("TestResultArrived")
                    .processInstanceBusinessKey(test.toString())
                    .setVariables(RESULT.with(result))
                    .correlateAll();
        }
    }

    @Override
    public void cancelled(Collection<UUID> cancelled) {
        inChunks(
                cancelled,
                test -> runtime.createMessageCorrelation("TestCancelled")
                        .processInstanceBusinessKey(test.toString())
                        .setVariables(RESULT.with("CANCELLED"))
                        .correlateAll());
    }
}
