package org.sifang.isolation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.CaseDesk;
import org.sifang.isolation.CheckAnswer;
import org.sifang.isolation.CheckStage;
import org.sifang.isolation.DailyCheck;
import org.sifang.isolation.DailyCheckState;
import org.sifang.isolation.DeliveryManner;
import org.sifang.isolation.FollowUpDesk;
import org.sifang.isolation.FollowUpVisit;
import org.sifang.isolation.IsolationFile;
import org.sifang.isolation.SmallMeasure;
import org.sifang.notice.CaseFile;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day of checks: each of its three timers at, before and after its instant, and after downtime. */
@SifangTest
class CheckRoundProcessTests {

    @Autowired
    CheckStage stage;

    @Autowired
    IsolationFile cases;

    @Autowired
    CaseFile file;

    @Autowired
    CaseDesk desk;

    @Autowired
    FollowUpDesk followUp;

    @Autowired
    JdbcClient jdbc;

    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
        day = stage.morning();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private NoticeView home(int days) {
        return cases.issue(SmallMeasure.of(IsolationKind.HOME).days(days).followUp(3));
    }

    private ProcessInstance instance(NoticeView notice, LocalDate of) {
        return file.instance("check-round", stage.round(notice, of));
    }

    private List<String> journal(UUID id, String like) {
        return file.actions(id, like);
    }

    @Test
    void whoComesIntoIsolationIsAskedAfterOnTheSameDay() {
        NoticeView notice = home(7);
        UUID id = stage.isolated(notice);

        assertThat(stage.check(id, day).state()).isEqualTo(DailyCheckState.DUE);
        assertThat(stage.check(id, day).carer()).isEqualTo(CheckStage.COMMUNITY);
        assertThat(instance(notice, day)).isWaitingAt("Event_CutOffDue");
        assertThat(file.timers(instance(notice, day))).containsExactly(stage.at(day, LocalTime.of(18, 0)));
        assertThat(instance(notice, day))
                .hasPassedInOrder("Event_OpeningDue", "Task_OpenChecks", "Task_OrderDueTests")
                .hasNotPassed("Task_MarkMissedChecks", "End_CheckDay");
    }

    @Test
    void theChecksOfTheNextDayOpenAtMidnightAndNotBefore() {
        NoticeView notice = home(7);
        UUID id = stage.isolated(notice);
        stage.until(day, "23:30");
        assertThat(instance(notice, day)).isEnded();
        assertThat(file.timers(instance(notice, day.plusDays(1))))
                .containsExactly(stage.at(day.plusDays(1), LocalTime.MIDNIGHT));

        stage.until(day, "23:59");
        assertThat(stage.checks(id)).extracting(DailyCheck::day).containsExactly(day);
        stage.until(day.plusDays(1), "00:00");
        assertThat(stage.checks(id)).extracting(DailyCheck::day).containsExactly(day.plusDays(1), day);
        assertThat(stage.dayState(notice, day.plusDays(1))).isEqualTo("OPEN");
        stage.until(day.plusDays(1), "00:01");
        assertThat(stage.checks(id)).hasSize(2);
    }

    @Test
    void whatWasNotDoneByTheCutOffIsMissedAndToldOnce() {
        NoticeView notice = home(7);
        List<UUID> ids = stage.isolated(notice, 3);
        stage.answer(ids.get(0), CheckAnswer.NORMAL);
        stage.answer(ids.get(1), CheckAnswer.NOT_REACHED);

        stage.until(day, "17:59");
        assertThat(stage.check(ids.get(2), day).state()).isEqualTo(DailyCheckState.DUE);
        stage.until(day, "18:00");

        assertThat(ids)
                .extracting(id -> stage.check(id, day).state())
                .containsExactly(DailyCheckState.DONE, DailyCheckState.NOT_REACHED, DailyCheckState.MISSED);
        UUID round = stage.round(notice, day);
        assertThat(file.told(round, "check.missed")).containsExactly("150502.community");
        assertThat(file.told(round, "check.missed.county")).containsExactly("150502.officer");
        assertThat(journal(ids.get(2), "case.check%")).containsExactly("case.check.missed");
        assertThat(journal(ids.get(1), "case.check%")).containsExactly("case.check.tried", "case.check.notReached");
        stage.until(day, "18:10");
        assertThat(file.told(round, "check.missed")).hasSize(1);
        assertThat(instance(notice, day)).isWaitingAt("Event_SweepDue");
    }

    @Test
    void aLateAnswerCountsForTheDayUntilItIsClosed() {
        NoticeView notice = home(7);
        UUID id = stage.isolated(notice);
        stage.until(day, "19:00");

        DailyCheck late = stage.answer(id, CheckAnswer.NORMAL);

        assertThat(late.state()).isEqualTo(DailyCheckState.DONE);
        assertThat(late.late()).isTrue();
    }

    @Test
    void aCutOffThatPassedWhileTheHouseWasDownIsMadeUpFor() {
        NoticeView notice = home(7);
        UUID id = stage.isolated(notice);

        stage.downUntil(day, "20:00");

        assertThat(stage.check(id, day).state()).isEqualTo(DailyCheckState.MISSED);
        assertThat(instance(notice, day)).isWaitingAt("Event_SweepDue");
    }

    @Test
    void daysThatPassedWhileTheHouseWasDownAreMadeUpForInOrderAndNobodyCountsAsMissedForThem() {
        NoticeView notice = home(2);
        UUID id = stage.isolated(notice);
        stage.answer(id, CheckAnswer.NORMAL);

        stage.downUntil(day.plusDays(3), "09:00");

        assertThat(stage.days(notice)).containsExactly(day, day.plusDays(1), day.plusDays(2), day.plusDays(3));
        assertThat(stage.dayState(notice, day.plusDays(1))).isEqualTo("CLOSED not held");
        assertThat(stage.dayState(notice, day.plusDays(2))).isEqualTo("CLOSED not held");
        assertThat(stage.dayState(notice, day.plusDays(3))).isEqualTo("OPEN");
        assertThat(stage.checks(id)).extracting(DailyCheck::state).containsExactly(DailyCheckState.DONE);
        assertThat(stage.marked(id, CaseMark.UNREACHABLE)).isFalse();
        assertThat(cases.state(id)).isEqualTo(CaseState.RELEASED);
    }

    @Test
    void theSweepReleasesWhoseDaysAreOverAndNotBefore() {
        NoticeView notice = home(1);
        UUID id = stage.isolated(notice);

        stage.until(day.plusDays(1), "23:29");
        assertThat(cases.state(id)).isEqualTo(CaseState.ISOLATED);
        stage.until(day.plusDays(1), "23:30");
        assertThat(cases.state(id)).isEqualTo(CaseState.RELEASED);
        assertThat(instance(notice, day.plusDays(1)))
                .hasPassedInOrder(
                        "Event_SweepDue",
                        "Task_ReviewReleases",
                        "Task_EndFollowUps",
                        "Task_CloseCheckDay",
                        "End_CheckDay");
        assertThat(stage.dayState(notice, day.plusDays(1))).isEqualTo("CLOSED");
    }

    @Test
    void whoLeftIsolationIsAskedAfterNoLonger() {
        NoticeView notice = home(7);
        UUID id = stage.isolated(notice);

        desk.release(id, "误登记", cases.actor("150502.leader"), cases.now());

        assertThat(stage.check(id, day).state()).isEqualTo(DailyCheckState.VOID);
        stage.until(day.plusDays(1), "18:00");
        assertThat(journal(id, "case.check%")).isEmpty();
        assertThat(stage.checks(id)).hasSize(1);
    }

    @Test
    void whoIsMissedTwiceInARowIsOutOfReachUntilSheIsReached() {
        NoticeView notice = home(7);
        UUID id = stage.isolated(notice);

        stage.until(day, "18:00");
        assertThat(stage.marked(id, CaseMark.UNREACHABLE)).isFalse();
        stage.until(day.plusDays(1), "18:00");
        assertThat(stage.marked(id, CaseMark.UNREACHABLE)).isTrue();
        assertThat(stage.marked(id, CaseMark.BREACHED)).isFalse();
        assertThat(file.told(id, "check.unreachable")).containsExactly("150502.officer");
        assertThat(stage.breaches(id)).isEmpty();

        stage.until(day.plusDays(2), "10:00");
        stage.answer(id, CheckAnswer.NORMAL);
        assertThat(stage.marked(id, CaseMark.UNREACHABLE)).isFalse();
        assertThat(journal(id, "case.reached")).hasSize(1);
    }

    @Test
    void ordersAndSettlementsThatAreOverdueAreMarkedAndToldOnce() {
        NoticeView notice = home(7);
        UUID id = cases.found(notice, CheckStage.COUNTY);
        assertThat(cases.isolation(id).stepDueAt()).isNotNull();
        Duration toWait = Duration.between(cases.now(), cases.isolation(id).stepDueAt());

        file.later(toWait.plus(Duration.ofDays(2)));

        assertThat(journal(id, "case.overdue%")).containsExactly("case.overdue.ORDER");
    }

    @Test
    void aTestOfALaterDayIsOrderedOnItsDay() {
        NoticeView notice = cases.issue(
                SmallMeasure.of(IsolationKind.HOME).days(5).test(0, 2).followUp(1));
        UUID id = stage.isolated(notice);
        stage.until(day.plusDays(1), "23:59");
        assertThat(steps(id)).containsExactly(0);

        stage.until(day.plusDays(2), "00:00");

        assertThat(steps(id)).containsExactly(0, 1);
    }

    private List<Integer> steps(UUID id) {
        return jdbc.sql("select step from lab_test where person_case = :id order by step")
                .param("id", id)
                .query(Integer.class)
                .list();
    }

    @Test
    void theFollowUpHasItsVisitsAndEndsByItselfSayingWhatBecameOfTheLast() {
        NoticeView notice = home(1);
        List<UUID> ids = stage.isolated(notice, 2);
        stage.until(day.plusDays(2), "09:00");
        ids.forEach(id -> desk.serveRelease(id, DeliveryManner.PHONE, null, stage.officer(), cases.now()));
        LocalDate released = day.plusDays(2);
        assertThat(stage.visits(ids.get(0)))
                .extracting(FollowUpVisit::dueOn)
                .containsExactly(released.plusDays(1), released.plusDays(3));

        stage.until(released.plusDays(1), "10:00");
        ids.forEach(id ->
                followUp.record(stage.visits(id).get(0).id(), true, java.util.Set.of(), stage.worker(), cases.now()));
        stage.until(released.plusDays(3), "10:00");
        followUp.record(stage.visits(ids.get(0)).get(1).id(), true, java.util.Set.of(), stage.worker(), cases.now());
        stage.until(released.plusDays(3), "23:29");
        assertThat(cases.state(ids.get(1))).isEqualTo(CaseState.FOLLOW_UP);
        stage.until(released.plusDays(3), "23:30");

        assertThat(ids).extracting(cases::state).containsOnly(CaseState.CLOSED);
        assertThat(journal(ids.get(0), "case.visit%")).containsExactly("case.visited", "case.visited");
        assertThat(journal(ids.get(1), "case.visit%"))
                .containsExactly("case.visited", "case.visit.MISSED", "case.visit.lastNever");
        assertThat(stage.days(notice)).endsWith(released.plusDays(3));
    }
}
