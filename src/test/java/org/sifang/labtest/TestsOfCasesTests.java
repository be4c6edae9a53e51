package org.sifang.labtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.CaseDesk;
import org.sifang.isolation.CaseDesk.Lodging;
import org.sifang.isolation.DeliveryManner;
import org.sifang.isolation.IsolationFile;
import org.sifang.isolation.SmallMeasure;
import org.sifang.isolation.TestResult;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
import org.sifang.notice.ReleaseRule;
import org.sifang.screening.CaseState;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests within the cases that order them: what a result does to the case, and the case to its tests. */
@SifangTest
class TestsOfCasesTests {

    @Autowired
    IsolationFile file;

    @Autowired
    LabStage stage;

    @Autowired
    LabTests tests;

    @Autowired
    CaseDesk desk;

    @Autowired
    LabDesk laboratory;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void end() {
        file.close();
    }

    private UUID isolated(int... days) {
        NoticeView notice = file.issue(
                SmallMeasure.of(IsolationKind.HOME).days(0).test(days).release(ReleaseRule.ALL_NEGATIVE));
        UUID id = file.found(notice, LabStage.COUNTY);
        desk.serveOrder(id, DeliveryManner.IN_PERSON, null, stage.carer(), file.now());
        desk.settle(id, new Lodging(true, true, null, null), stage.carer(), file.now());
        return id;
    }

    private List<LabTest> of(UUID id) {
        return tests.ofCases(List.of(id)).getOrDefault(id, List.of());
    }

    @Test
    void aCaseOrdersItsTestsAndWaitsForThem() {
        UUID id = isolated(0, 0);

        assertThat(of(id)).extracting(LabTest::step).containsExactly(0, 1);
        assertThat(file.instance(id)).hasPassed("Start_TestOrdered");
        of(id).forEach(test -> assertThat(file.instance(id)).isNotEnded());

        stage.recorded(stage.sampled(of(id).get(0)), TestResult.NEGATIVE);

        assertThat(file.state(id)).isEqualTo(CaseState.TESTED);
        assertThat(file.instance(id)).hasNotPassed("Task_DeclarePositive");
    }

    @Test
    void theFirstPositiveTakesTheOtherTestsAway() {
        UUID id = isolated(0, 0);
        LabTest other = of(id).get(1);

        stage.recorded(stage.sampled(of(id).get(0)), TestResult.POSITIVE);

        assertThat(file.state(id)).isEqualTo(CaseState.POSITIVE);
        assertThat(file.instance(id)).hasPassed("Task_DeclarePositive");
        assertThat(tests.require(other.id()).state()).isEqualTo(TestState.CANCELLED);
    }

    @Test
    void aReleaseThatRestedOnAnInvalidResultIsTakenBackAndTestedAnew() {
        UUID id = isolated(0);
        LabTest test = stage.recorded(stage.sampled(of(id).get(0)), TestResult.NEGATIVE);
        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);

        laboratory.correct(test.id(), TestResult.INVALID, null, "样本受到污染", stage.lab(), stage.now());

        assertThat(file.state(id)).isNotEqualTo(CaseState.RELEASED);
        assertThat(of(id)).extracting(LabTest::state).containsExactly(TestState.REPLACED, TestState.ORDERED);
        stage.recorded(stage.sampled(of(id).get(1)), TestResult.NEGATIVE);
        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
    }

    @Test
    void aPositivePoolHasItsMembersTestedAloneWithinTheirCases() {
        UUID one = isolated(0);
        UUID another = isolated(0);
        String tube = LabStage.freshSample();
        stage.sampled(of(one).get(0), tube, true);
        LabTest member = stage.sampled(of(another).get(0), tube, true);

        stage.recorded(member, TestResult.POSITIVE);

        for (UUID id : List.of(one, another)) {
            assertThat(file.state(id)).isEqualTo(CaseState.ISOLATED);
            assertThat(of(id)).extracting(LabTest::state).containsExactly(TestState.REPLACED, TestState.ORDERED);
        }
        stage.recorded(stage.sampled(of(one).get(1)), TestResult.POSITIVE);
        assertThat(file.state(one)).isEqualTo(CaseState.POSITIVE);
        assertThat(file.state(another)).isEqualTo(CaseState.ISOLATED);
    }
}
