package org.sifang.engine;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hangs the observers on every user task of every model, so that no model has to name them. */
@Component
class UserTaskWatch extends AbstractBpmnParseListener {

    private final ObjectProvider<UserTaskObserver> observers;

    UserTaskWatch(ObjectProvider<UserTaskObserver> observers) {
        this.observers = observers;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, created -> observers.forEach(o -> o.created(describe(created))));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE,
                done -> observers.forEach(o -> o.completed(done.getId(), EngineTime.now())));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_DELETE,
                gone -> observers.forEach(o -> o.removed(gone.getId(), EngineTime.now())));
    }

    private static UserTask describe(DelegateTask task) {
        var definition = ((TaskEntity) task).getTaskDefinition();
        String group = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new ProcessEngineException(task.getTaskDefinitionKey() + " names no group"));
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
