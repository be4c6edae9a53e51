package org.sifang.engine;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hangs the observers on every user task of every model, so that no model has to name them. */
@Component
class UserTaskWatch extends AbstractBpmnParseListener {

    private final Supplier<List<UserTaskObserver>> observers;

    /** The observers stand on services that stand on the engine; they are looked up once, with the first task. */
    UserTaskWatch(ObjectProvider<UserTaskObserver> observers) {
        this.observers = SingletonSupplier.of(() -> observers.stream().toList());
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        String group = takeGroup(task);
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE,
                created -> observers.get().forEach(o -> o.created(describe(created, group))));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE,
                done -> observers.get().forEach(o -> o.completed(done.getId(), EngineTime.now())));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_DELETE,
                gone -> observers.get().forEach(o -> o.removed(gone.getId(), EngineTime.now())));
    }

    /**
     * The group as the model names it. The engine forgets it: who may do a task is the task list's to say, and a row of
     * candidates with five indexes for every task would be written and deleted for nobody.
     */
    private static String takeGroup(TaskDefinition task) {
        String group = task.getCandidateGroupIdExpressions().stream()
                .map(Expression::getExpressionText)
                .findFirst()
                .orElseThrow(() -> new ProcessEngineException(task.getKey() + " names no group"));
        task.getCandidateGroupIdExpressions().clear();
        return group;
    }

    private static UserTask describe(DelegateTask task, String group) {
        var definition = ((TaskEntity) task).getTaskDefinition();
        var form = definition.getCamundaFormDefinitionKey();
        return new UserTask(
                task.getId(),
                ((ExecutionEntity) task.getExecution()).getProcessDefinition().getKey(),
                task.getProcessInstanceId(),
                UUID.fromString(task.getExecution().getProcessBusinessKey()),
                task.getTaskDefinitionKey(),
                task.getName(),
                group,
                form == null ? null : form.getExpressionText(),
                task.getCreateTime().toInstant());
    }
}
