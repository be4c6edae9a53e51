package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.sifang.ProcessModels.Model;
import org.sifang.worklist.TaskForm;
import org.sifang.worklist.WorkSubjects;
import org.springframework.beans.factory.annotation.Autowired;

/** The models in the running application: deployed, and answered by its beans. */
@SifangTest
class ProcessBeansTests {

    @Autowired
    RepositoryService repository;

    @Autowired
    Map<String, JavaDelegate> delegates;

    @Autowired
    List<TaskForm> forms;

    @Autowired
    List<WorkSubjects> subjects;

    @Test
    void everyModelAndTableIsDeployed() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting(ProcessDefinition::getKey)
                .containsAll(ProcessModels.models().stream().map(Model::name).toList());
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().list())
                .extracting(DecisionDefinition::getKey)
                .containsAll(ProcessModels.tables().stream()
                        .map(ProcessModels.Table::name)
                        .toList());
    }

    @Test
    void everyServiceTaskIsCarriedOutAndEveryDelegateIsNeeded() {
        Set<String> named = ProcessModels.models().stream()
                .flatMap(model -> model.all(ServiceTask.class).stream())
                .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .collect(Collectors.toSet());
        assertThat(delegates.keySet()).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyFormOfATaskIsAnsweredByOneCapability() {
        Set<String> needed = ProcessModels.models().stream()
                .flatMap(model -> model.all(UserTask.class).stream())
                .map(UserTask::getCamundaFormRef)
                .collect(Collectors.toSet());
        assertThat(forms).extracting(TaskForm::form).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void everyModelWithTasksSaysWhatTheyAreAbout() {
        List<String> withTasks = ProcessModels.models().stream()
                .filter(model -> !model.all(UserTask.class).isEmpty())
                .map(Model::name)
                .toList();
        assertThat(subjects.stream().flatMap(source -> source.processes().stream()))
                .doesNotHaveDuplicates()
                .containsAll(withTasks);
    }
}
