package org.sifang.labtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.CaseTests;
import org.sifang.isolation.TestDecided;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.StateConflictException;
import org.sifang.labtest.LabStage.Somebody;
import org.sifang.notice.CaseFile;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of one test: sampled, delivered, decided; invalid and taken again; ended from outside. */
@SifangTest
class LabTestProcessTests {

    @Autowired
    LabStage stage;

    @Autowired
    CaseFile file;

    @Autowired
    CaseTests port;

    @Autowired
    WorkItems work;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    private ProcessInstance way(LabTest test) {
        return file.instance("lab-test", test.id());
    }

    @Test
    void aTestGoesFromOrderToResultStepByStep() {
        Somebody somebody = stage.found();
        LabTest test = stage.ordered(somebody);
        assertThat(way(test)).isWaitingAt("Task_TakeSample");
        assertThat(file.timers(way(test))).as("the check rounds have them").isEmpty();
        WorkItem task = work.ofSubject(test.id()).get(0);
        assertThat(task.scopeKey()).isEqualTo("150502/COMMUNITY");
        assertThat(task.dueAt()).isEqualTo(test.dueAt());
        assertThat(task.title()).isEqualTo("测***，第 1 次检测");

        LabTest sampled = stage.sampled(test);
        assertThat(way(test)).isWaitingAt("Task_ReceiveSample");
        WorkItem receipt = work.ofSubject(test.id()).get(1);
        assertThat(receipt.scopeKey()).isEqualTo("150502-L1/LAB");
        assertThat(receipt.dueAt()).isEqualTo(stage.now().plus(Duration.ofHours(4)));
        assertThat(receipt.detail()).startsWith("样本 " + sampled.sample());

        stage.delivered(sampled);
        assertThat(way(test)).isWaitingAt("Task_RecordResult");
        assertThat(work.ofSubject(test.id()).get(2).dueAt())
                .isEqualTo(stage.now().plus(Duration.ofHours(24)));

        stage.recorded(sampled, TestResult.NEGATIVE);
        assertThat(way(test)).isEnded();
        assertThat(way(test))
                .hasPassedInOrder("Task_TakeSample", "Task_ReceiveSample", "Task_RecordResult", "End_Decided");
        assertThat(way(test)).hasNotPassed("Event_ResultArrived", "Event_TestCancelled");
        assertThat(stage.decided(test.id()))
                .extracting(TestDecided::result, TestDecided::before)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TestResult.NEGATIVE, null));
        assertThat(stage.stateOf(somebody.caseId())).isEqualTo("TESTED");
        assertThat(file.actions(somebody.caseId(), "labtest.%"))
                .containsExactly("labtest.ordered", "labtest.sampled", "labtest.delivered", "labtest.result.NEGATIVE");
    }

    @Test
    void aResultMayComeBeforeTheLaboratoryHasReceivedAnything() {
        LabTest test = stage.sampled(stage.ordered(stage.found()));

        stage.recorded(test, TestResult.NEGATIVE);

        assertThat(way(test)).isEnded();
        assertThat(way(test)).hasPassed("Event_ResultArrived");
        assertThat(way(test)).hasNotPassed("Task_RecordResult");
        assertThat(file.tasks(test.id())).isEmpty();
    }

    @Test
    void anInvalidSampleIsTakenAgainWithTimeOfItsOwn() {
        Somebody somebody = stage.found();
        LabTest test = stage.delivered(stage.sampled(stage.ordered(somebody)));

        LabTest again = stage.recorded(test, TestResult.INVALID);

        assertThat(way(test)).isWaitingAt("Task_TakeSample");
        assertThat(again.state()).isEqualTo(TestState.ORDERED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.sample()).isNull();
        assertThat(again.dueAt()).isEqualTo(stage.now().plus(Duration.ofHours(24)));
        assertThat(stage.decided(test.id())).isEmpty();
        assertThat(stage.stateOf(somebody.caseId())).isEqualTo("ISOLATED");

        stage.recorded(stage.sampled(again), TestResult.POSITIVE);
        assertThat(way(test)).isEnded();
        assertThat(stage.decided(test.id())).extracting(TestDecided::result).containsExactly(TestResult.POSITIVE);
    }

    @Test
    void aCancelledTestLeavesNoWorkBehind() {
        Somebody somebody = stage.found();
        LabTest test = stage.ordered(somebody);

        port.cancel(List.of(somebody.caseId()), "已转院", stage.now());

        assertThat(way(test)).isEnded();
        assertThat(way(test)).hasPassed("Event_TestCancelled", "End_Cancelled");
        assertThat(file.tasks(test.id())).isEmpty();
        assertThat(stage.test(somebody, 0).state()).isEqualTo(TestState.CANCELLED);
        assertThat(port.of(List.of(somebody.caseId()))).isEmpty();
        assertThatExceptionOfType(StateConflictException.class).isThrownBy(() -> stage.sampled(test));
    }

    @Test
    void whoeverLooksAfterTheCaseTakesTheSample() {
        Somebody somebody = stage.found();
        LabTest test = stage.ordered(somebody);

        stage.hand(somebody, "150502901");

        WorkItem task = work.ofSubject(test.id()).get(0);
        assertThat(task.scopeKey()).isEqualTo("150502901/COMMUNITY");
        assertThat(task.organization()).isEqualTo("150502901");
    }

    @Test
    void whatWasOrderedBeforeIsLeftAsItIs() {
        Somebody somebody = stage.found();
        LabTest test = stage.ordered(somebody);

        LabTest same = stage.ordered(somebody);

        assertThat(same.id()).isEqualTo(test.id());
        assertThat(file.tasks(test.id())).containsExactly("Task_TakeSample");
        assertThat(port.of(List.of(somebody.caseId())).get(somebody.caseId())).hasSize(1);
    }
}
