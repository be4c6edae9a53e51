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
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
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
                        "Start_Case",
                        "Start_Control",
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
}
