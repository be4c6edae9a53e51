package org.sifang.isolation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
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
import org.sifang.isolation.Decisions;
import org.sifang.isolation.DeliveryManner;
import org.sifang.isolation.FollowUps;
import org.sifang.isolation.IsolationFile;
import org.sifang.isolation.SmallMeasure;
import org.sifang.isolation.TestResult;
import org.sifang.labtest.CaseLab;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
import org.sifang.notice.ReleaseRule;
import org.sifang.organization.Actor;
import org.sifang.screening.CaseState;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of one case, read as its file. */
@SifangTest
class PersonCaseProcessTests {

    private static final Lodging HOME = new Lodging(true, true, null, null);

    @Autowired
    IsolationFile file;

    @Autowired
    CaseDesk desk;

    @Autowired
    Decisions decisions;

    @Autowired
    FollowUps followUps;

    @Autowired
    CaseLab lab;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void end() {
        file.close();
    }

    private Actor officer() {
        return file.actor("150502.officer");
    }

    @Test
    void daysAtHomeReleaseFollowUpAndEnd() {
        NoticeView notice =
                file.issue(SmallMeasure.of(IsolationKind.HOME).days(7).followUp(3));
        UUID id = file.found(notice, "150502");
        assertThat(file.state(id)).isEqualTo(CaseState.FOUND);
        assertThat(file.tasks(id)).containsExactly("Task_ServeOrder 150502/COMMUNITY");

        desk.serveOrder(id, DeliveryManner.IN_PERSON, null, officer(), file.now());
        assertThat(file.state(id)).isEqualTo(CaseState.ORDERED);
        assertThat(file.tasks(id)).containsExactly("Task_SettleIsolation 150502/COMMUNITY");
        desk.settle(id, HOME, officer(), file.now());
        assertThat(file.state(id)).isEqualTo(CaseState.ISOLATED);
        assertThat(file.instance(id)).isWaitingAt("Event_ReleaseDecided");

        assertThat(decisions.review(List.of(id), file.now())).isZero();
        file.later(Duration.ofDays(7));
        assertThat(decisions.review(List.of(id), file.now())).isOne();
        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
        assertThat(file.tasks(id)).containsExactly("Task_ServeRelease 150502/COMMUNITY");
        desk.serveRelease(id, DeliveryManner.PHONE, null, officer(), file.now());
        assertThat(file.state(id)).isEqualTo(CaseState.FOLLOW_UP);
        assertThat(file.isolation(id).followUpUntil()).isEqualTo(file.now().plus(Duration.ofDays(3)));

        file.later(Duration.ofDays(3));
        followUps.end(List.of(id), file.now());

        assertThat(file.state(id)).isEqualTo(CaseState.CLOSED);
        assertThat(file.instance(id))
                .hasPassedInOrder(
                        "Task_ServeOrder",
                        "Task_SettleIsolation",
                        "Task_OrderFirstTests",
                        "Event_ReleaseDecided",
                        "Task_ServeRelease",
                        "Event_FollowUpEnded",
                        "Task_CloseCase",
                        "End_Closed");
        assertThat(file.instance(id)).hasNotPassed("Start_TestOrdered", "Task_DeclarePositive", "End_Ended");
        assertThat(file.journal(id))
                .containsExactly(
                        "case.opened",
                        "case.ordered",
                        "case.isolated.home",
                        "case.released",
                        "case.releaseServed",
                        "case.closed");
    }

    @Test
    void whereNobodyIsIsolatedTheOrderIsAllThatIsSettled() {
        NoticeView notice = file.issue(SmallMeasure.of(IsolationKind.NONE));
        UUID id = file.found(notice, "150502");

        desk.serveOrder(id, DeliveryManner.PHONE, null, officer(), file.now());
        assertThat(file.instance(id)).isWaitingAt("Event_ReleaseDecided").hasNotPassed("Task_SettleIsolation");
        decisions.review(List.of(id), file.now());
        desk.serveRelease(id, DeliveryManner.PHONE, null, officer(), file.now());

        assertThat(file.state(id)).isEqualTo(CaseState.CLOSED);
        assertThat(file.instance(id)).hasPassed("Task_CloseCase").hasNotPassed("Event_FollowUpEnded");
    }

    /** Tested at once, released by one negative test, followed up for a fortnight. */
    private static final SmallMeasure ONE_TEST = SmallMeasure.of(IsolationKind.HOME)
            .test(0)
            .release(ReleaseRule.ALL_NEGATIVE)
            .followUp(14);

    private UUID isolated(SmallMeasure measure) {
        UUID id = file.found(file.issue(measure), "150502");
        desk.serveOrder(id, DeliveryManner.IN_PERSON, null, officer(), file.now());
        desk.settle(id, HOME, officer(), file.now());
        return id;
    }

    private UUID followedUp(UUID id) {
        UUID test = lab.result(id, TestResult.NEGATIVE);
        desk.serveRelease(id, DeliveryManner.PHONE, null, officer(), file.now());
        return test;
    }

    @Test
    void aNegativeTestReleases() {
        UUID id = isolated(ONE_TEST);
        assertThat(lab.waiting(id)).isOne();
        assertThat(file.instance(id))
                .hasPassed("Start_TestOrdered")
                .isWaitingAt("Event_ReleaseDecided", "Call_LabTest");

        lab.result(id, TestResult.NEGATIVE);

        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
        assertThat(file.isolation(id).decision()).isNotNull();
        assertThat(file.instance(id))
                .isWaitingAt("Task_ServeRelease")
                .hasPassedInOrder("Call_LabTest", "End_Test")
                .hasNotPassed("End_TestPositive");
    }

    @Test
    void aPositiveTestBeginsTheEmergencyAndEndsTheControl() {
        UUID id = isolated(ONE_TEST);

        lab.result(id, TestResult.POSITIVE);

        assertThat(file.state(id)).isEqualTo(CaseState.POSITIVE);
        assertThat(file.instance(id))
                .isWaitingAt("Call_EmergencyResponse")
                .hasPassedInOrder(
                        "End_TestPositive", "Event_TestPositive", "Task_DeclarePositive", "Task_OpenEmergency")
                .hasNotPassed("Task_ServeRelease", "Event_CaseTurned");
        assertThat(file.tasks(id)).isEmpty();
    }

    @Test
    void aPositiveThatIsCorrectedToNegativeCallsTheEmergencyOffAndReleases() {
        UUID id = isolated(ONE_TEST);
        UUID test = lab.result(id, TestResult.POSITIVE);

        lab.corrected(test, TestResult.NEGATIVE);

        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
        assertThat(lab.waiting(id)).isZero();
        assertThat(file.journal(id)).contains("case.positive", "case.stoodDown", "case.released");
        assertThat(file.instance(id))
                .isWaitingAt("Task_ServeRelease")
                .hasPassedInOrder("Call_EmergencyResponse", "Event_ReleaseDecided")
                .hasNotPassed("Task_CloseTransferred");
    }

    @Test
    void anEmergencyCalledOffByAnInvalidResultWaitsForAnotherTest() {
        UUID id = isolated(ONE_TEST);
        UUID test = lab.result(id, TestResult.POSITIVE);

        lab.corrected(test, TestResult.INVALID);

        assertThat(lab.waiting(id)).isOne();
        assertThat(file.instance(id)).isWaitingAt("Event_ReleaseDecided", "Call_LabTest");
    }

    @Test
    void aNegativeThatIsCorrectedToPositiveTurnsTheFollowUpIntoAnEmergency() {
        UUID id = isolated(ONE_TEST);
        UUID test = followedUp(id);
        assertThat(file.state(id)).isEqualTo(CaseState.FOLLOW_UP);

        lab.corrected(test, TestResult.POSITIVE);

        assertThat(file.state(id)).isEqualTo(CaseState.POSITIVE);
        assertThat(file.isolation(id).decision()).isNull();
        assertThat(file.instance(id))
                .isWaitingAt("Call_EmergencyResponse")
                .hasPassedInOrder("Event_CaseTurned", "Task_DeclarePositive")
                .hasNotPassed("Event_TestPositive", "Task_CloseCase");
        assertThat(file.told(id, "case.corrected")).contains("150502.officer");
    }

    @Test
    void aClosedCaseIsTakenUpAgainWhenItsTestTurnsOutPositive() {
        UUID id = isolated(ONE_TEST);
        UUID test = followedUp(id);
        file.later(Duration.ofDays(14));
        followUps.end(List.of(id), file.now());
        assertThat(file.state(id)).isEqualTo(CaseState.CLOSED);

        lab.corrected(test, TestResult.POSITIVE);

        assertThat(file.state(id)).isEqualTo(CaseState.POSITIVE);
    }

    @Test
    void aReleaseThatRestedOnAnInvalidTestIsTakenBackAndAnotherTestOrdered() {
        UUID id = isolated(ONE_TEST);
        UUID test = followedUp(id);

        lab.corrected(test, TestResult.INVALID);

        assertThat(file.state(id)).isEqualTo(CaseState.ISOLATED);
        assertThat(file.isolation(id).release()).isNull();
        assertThat(lab.waiting(id)).isOne();
        assertThat(file.instance(id)).isWaitingAt("Event_ReleaseDecided", "Call_LabTest");
        assertThat(file.journal(id)).contains("case.reopened");
        assertThat(file.told(id, "case.corrected")).contains("150502.officer");

        lab.result(id, TestResult.NEGATIVE);
        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
    }

    @Test
    void daysAndTestsTogetherReleaseWhenBothAreThere() {
        UUID id = isolated(SmallMeasure.of(IsolationKind.HOME).days(7).test(0).release(ReleaseRule.DAYS_AND_NEGATIVE));

        lab.result(id, TestResult.NEGATIVE);
        assertThat(file.state(id)).isEqualTo(CaseState.TESTED);
        file.later(Duration.ofDays(7));
        decisions.review(List.of(id), file.now());

        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
    }

    @Test
    void aLeaderReleasesEarlyAndTakesItBack() {
        UUID id = isolated(ONE_TEST);

        desk.release(id, "家中变故", file.actor("150502.leader"), file.now());
        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
        assertThat(lab.waiting(id)).isZero();
        assertThat(file.instance(id)).isWaitingAt("Task_ServeRelease");

        desk.reopen(id, "情况有变", file.actor("150502.leader"), file.now());
        assertThat(file.state(id)).isEqualTo(CaseState.ISOLATED);
        assertThat(lab.waiting(id)).isOne();
        assertThat(file.instance(id))
                .isWaitingAt("Event_ReleaseDecided", "Call_LabTest")
                .hasPassed("Event_CaseTurned");
        assertThat(file.journal(id)).contains("case.overridden", "case.reopened");
    }

    @Test
    void aCaseIsEndedByHand() {
        UUID id = isolated(ONE_TEST);

        desk.end(id, "已离境", file.actor("150502.leader"), file.now());

        assertThat(file.state(id)).isEqualTo(CaseState.CLOSED);
        assertThat(file.tasks(id)).isEmpty();
        assertThat(lab.waiting(id)).isZero();
        assertThat(file.instance(id))
                .hasPassedInOrder("Event_CaseTurned", "End_Ended")
                .hasNotPassed("Task_CloseCase");
    }

    @Test
    void theEndOfTheNoticeEndsItsCasesWithItsReason() {
        NoticeView notice = file.issue(ONE_TEST);
        UUID found = file.found(notice, "150502");
        UUID served = file.found(notice, "150502");
        desk.serveOrder(served, DeliveryManner.LEFT, null, officer(), file.now());

        file.lift(notice, "风险已经排除");

        assertThat(List.of(found, served)).allSatisfy(id -> {
            assertThat(file.state(id)).isEqualTo(CaseState.CLOSED);
            assertThat(file.isolation(id).closeReason()).isEqualTo("风险已经排除");
            assertThat(file.tasks(id)).isEmpty();
            assertThat(file.instance(id)).hasPassed("End_Ended");
        });
    }
}
