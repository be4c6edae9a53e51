package org.sifang.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.sifang.notice.SmallNotice.ladder;
import static org.sifang.notice.SmallNotice.rung;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.Breach;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyState;
import org.sifang.notice.LadderAction;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.notice.RoundDesk;
import org.sifang.notice.SmallNotice;
import org.sifang.notice.Timeliness;
import org.sifang.organization.OfficerDraft;
import org.sifang.organization.Role;
import org.sifang.organization.Staffing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ladder: every rung once, in order, at its time, and only for those who still owe something. */
@SifangTest
class RoundProcessTests {

    private static final String ONE = "150523";
    private static final String OTHER = "150524";
    private static final List<String> ALL_RUNGS =
            List.of("REMIND", "MARK_OVERDUE", "URGE", "WRITTEN_URGE", "CIRCULATE", "OPEN_ACCOUNTABILITY");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Autowired
    CaseFile file;

    @Autowired
    DutyDesk desk;

    @Autowired
    NoticeDesk notices;

    Instant due = Instant.MAX;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
        due = file.now().plus(Duration.ofHours(8));
    }

    @AfterEach
    void end() {
        file.close();
    }

    private NoticeView issued(String... organizations) {
        return file.issue(SmallNotice.to(organizations).due(due));
    }

    private ProcessInstance round(NoticeView notice) {
        return file.instance("round", file.round(notice));
    }

    @Test
    void aSilentDutyClimbsEveryRungAtItsTime() {
        NoticeView notice = issued(ONE);
        Duty duty = file.duty(notice, ONE);
        ProcessInstance round = round(notice);
        assertThat(round).hasPassedInOrder("Task_OpenDuties", "Task_PlanNextRung");
        assertThat(round).isWaitingAt("Gateway_WaitForRung");
        assertThat(file.timers(round)).containsExactly(due.minus(Duration.ofHours(2)));

        file.until(due.plus(Duration.ofHours(6)));

        assertThat(file.rungs(duty)).isEqualTo(ALL_RUNGS);
        assertThat(file.happened(duty.id(), "duty.rung.REMIND")).isEqualTo(due.minus(Duration.ofHours(2)));
        assertThat(file.happened(duty.id(), "duty.rung.MARK_OVERDUE")).isEqualTo(due);
        assertThat(file.happened(duty.id(), "duty.rung.URGE")).isEqualTo(due.plus(Duration.ofMinutes(15)));
        assertThat(file.happened(duty.id(), "duty.rung.WRITTEN_URGE")).isEqualTo(due.plus(Duration.ofHours(1)));
        assertThat(file.happened(duty.id(), "duty.rung.CIRCULATE")).isEqualTo(due.plus(Duration.ofHours(3)));
        assertThat(file.happened(duty.id(), "duty.rung.OPEN_ACCOUNTABILITY")).isEqualTo(due.plus(Duration.ofHours(6)));
        Duty silent = file.duty(notice, ONE);
        assertThat(silent.timeliness()).isEqualTo(Timeliness.SILENT);
        assertThat(silent.state()).isEqualTo(DutyState.SENT);
        assertThat(silent.rungAction()).isEqualTo(LadderAction.OPEN_ACCOUNTABILITY);
        assertThat(file.instance("round", file.round(notice)))
                .hasPassedInOrder("Event_RungDue", "Task_ClimbRung", "Task_EndRound", "End_Round");
        assertThat(file.instance("round", file.round(notice))).hasNotPassed("Event_RoundClosed");
        assertThat(file.roundState(file.round(notice))).isEqualTo("ENDED");
    }

    @Test
    void aRungComesAtItsInstantAndNotASecondBefore() {
        NoticeView notice = issued(ONE);
        Duty duty = file.duty(notice, ONE);

        file.until(due.minus(SECOND));
        assertThat(file.rungs(duty)).containsExactly("REMIND");
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.PENDING);
        assertThat(file.timers(round(notice))).containsExactly(due);

        file.until(due);
        assertThat(file.rungs(duty)).containsExactly("REMIND", "MARK_OVERDUE");
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.SILENT);

        file.until(due.plus(SECOND));
        assertThat(file.rungs(duty)).containsExactly("REMIND", "MARK_OVERDUE");
        assertThat(file.timers(round(notice))).containsExactly(due.plus(Duration.ofMinutes(15)));
    }

    @Test
    void whatBecameDueWhileTheHouseWasDownIsClimbedInOrderOnce() {
        NoticeView notice = issued(ONE, OTHER);
        file.until(due.minus(Duration.ofMinutes(30)));

        file.downUntil(due.plus(Duration.ofMinutes(90)));

        for (Duty duty : file.duties(notice)) {
            assertThat(file.rungs(duty)).containsExactly("REMIND", "MARK_OVERDUE", "URGE", "WRITTEN_URGE");
            assertThat(file.happened(duty.id(), "duty.rung.MARK_OVERDUE")).isEqualTo(file.now());
            assertThat(file.missed(duty)).hasSize(1);
        }
        assertThat(file.timers(round(notice))).containsExactly(due.plus(Duration.ofHours(3)));
        file.until(due.plus(Duration.ofHours(7)));
        assertThat(file.duties(notice))
                .allSatisfy(duty -> assertThat(file.rungs(duty)).isEqualTo(ALL_RUNGS));
    }

    @Test
    void aReminderNeverReachesWhoHandedIn() {
        NoticeView notice = issued(ONE, OTHER);
        Duty diligent = file.submit(file.duty(notice, ONE));
        assertThat(diligent.timeliness()).isEqualTo(Timeliness.ON_TIME);

        file.until(due.plus(Duration.ofHours(6)));

        assertThat(file.rungs(diligent)).isEmpty();
        assertThat(file.told(diligent.id(), "duty.REMIND")).isEmpty();
        assertThat(file.told(diligent.id(), "duty.URGE")).isEmpty();
        assertThat(file.breachRows(diligent)).isZero();
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(file.rungs(file.duty(notice, OTHER))).isEqualTo(ALL_RUNGS);
    }

    @Test
    void whoHandsInLateIsLateAndClimbsNoFurther() {
        NoticeView notice = issued(ONE);
        file.until(due.plus(Duration.ofMinutes(20)));

        Duty late = file.submit(file.duty(notice, ONE));

        assertThat(late.timeliness()).isEqualTo(Timeliness.LATE);
        file.until(due.plus(Duration.ofHours(7)));
        assertThat(file.rungs(late)).containsExactly("REMIND", "MARK_OVERDUE", "URGE");
        assertThat(file.breaches(late)).isEmpty();
    }

    @Test
    void handedInAtTheVeryInstantIsInTime() {
        NoticeView notice = issued(ONE);
        file.until(due);

        assertThat(file.submit(file.duty(notice, ONE)).timeliness()).isEqualTo(Timeliness.ON_TIME);
    }

    @Test
    void silenceUpToTheLastRungIsABreach() {
        NoticeView notice = issued(ONE);
        Duty duty = file.duty(notice, ONE);
        file.until(due.plus(Duration.ofHours(6)).minus(SECOND));
        assertThat(file.breaches(duty)).isEmpty();

        file.until(due.plus(Duration.ofHours(6)));

        assertThat(file.breaches(duty)).hasSize(1);
        Breach breach = file.breaches(duty).get(0);
        assertThat(breach.notice()).isEqualTo(notice.id());
        assertThat(breach.party()).isEqualTo(ONE);
        assertThat(breach.at()).isEqualTo(due.plus(Duration.ofHours(6)));
        assertThat(file.breachRows(duty)).isEqualTo(1);
        assertThat(file.missed(duty)).hasSize(1);
    }

    @Test
    void everyRungSpeaksToWhomItConcerns(@Autowired Staffing staffing) {
        String place = "150571";
        staffing.hire(
                new OfficerDraft("150571.deputy", "开发区值班员乙", place, Set.of(Role.OFFICER), null),
                file.actor("admin"),
                file.now());
        staffing.appoint(place, place + ".officer", "150571.deputy", file.actor("admin"), file.now());
        NoticeView notice = issued(place);
        Duty duty = file.duty(notice, place);
        UUID round = file.round(notice);

        file.until(due.plus(Duration.ofHours(6)));

        List<String> responsibleAndDeputy = List.of("150571.deputy", "150571.officer");
        List<String> issuersLeaders = List.of("150500.leader", "city.leader");
        assertThat(file.told(duty.id(), "duty.sent")).isEqualTo(responsibleAndDeputy);
        assertThat(file.told(duty.id(), "duty.REMIND")).isEqualTo(responsibleAndDeputy);
        assertThat(file.told(duty.id(), "duty.MARK_OVERDUE")).isEqualTo(responsibleAndDeputy);
        assertThat(file.told(duty.id(), "duty.URGE")).isEqualTo(responsibleAndDeputy);
        assertThat(file.told(duty.id(), "duty.WRITTEN_URGE")).containsExactly("150571.leader", "150571.officer");
        assertThat(file.told(duty.id(), "duty.CIRCULATE")).containsExactly("150571.leader");
        assertThat(file.told(duty.id(), "duty.OPEN_ACCOUNTABILITY")).containsExactly("150571.leader");
        assertThat(file.told(round, "round.REMIND")).isEmpty();
        assertThat(file.told(round, "round.URGE")).isEmpty();
        assertThat(file.told(round, "round.CIRCULATE")).isEqualTo(issuersLeaders);
        assertThat(file.told(round, "round.OPEN_ACCOUNTABILITY")).isEqualTo(issuersLeaders);
    }

    @Test
    void theIssuerHearsOfARungOnceWithTheNumber() {
        NoticeView notice = issued(ONE, OTHER, "150525");
        file.submit(file.duty(notice, "150525"));

        file.until(due);

        UUID round = file.round(notice);
        assertThat(file.told(round, "round.MARK_OVERDUE")).containsExactly("150500.officer", "city.officer");
        assertThat(file.saying(round, "round.MARK_OVERDUE")).contains("\"2\"");
    }

    @Test
    void aDutySentBackBeforeTheDeadlineIsClimbedAgain() {
        NoticeView notice = issued(ONE);
        Duty duty = file.submit(file.duty(notice, ONE));
        file.until(due.minus(Duration.ofHours(1)));
        assertThat(file.rungs(duty)).isEmpty();

        Duty returned = desk.giveBack(duty.id(), "缺少落实情况", file.leader());

        assertThat(returned.timeliness()).isEqualTo(Timeliness.PENDING);
        assertThat(returned.round()).isEqualTo(duty.round());
        file.until(due.plus(Duration.ofHours(6)));
        assertThat(file.rungs(duty))
                .containsExactly("MARK_OVERDUE", "URGE", "WRITTEN_URGE", "CIRCULATE", "OPEN_ACCOUNTABILITY");
        assertThat(file.duty(notice, ONE).timeliness())
                .as("it did answer, but not as it should")
                .isEqualTo(Timeliness.LATE);
    }

    @Test
    void rungsThatPassedWhileTheIssuerHadItNeverReachADutySentBack() {
        NoticeView notice = issued(ONE, OTHER);
        Duty duty = file.submit(file.duty(notice, ONE));
        file.until(due.plus(Duration.ofMinutes(30)));

        Duty returned = desk.giveBack(duty.id(), "请补充", file.leader());

        assertThat(returned.timeliness()).isEqualTo(Timeliness.LATE);
        file.until(due.plus(Duration.ofHours(1)).minus(SECOND));
        assertThat(file.rungs(duty)).isEmpty();
        file.until(due.plus(Duration.ofHours(6)));
        assertThat(file.rungs(duty)).containsExactly("WRITTEN_URGE", "CIRCULATE", "OPEN_ACCOUNTABILITY");
        assertThat(file.missed(duty)).isEmpty();
    }

    @Test
    void aDutySentBackAfterItsLadderEndedGetsARoundToMendIt() {
        NoticeView notice = issued(ONE, OTHER);
        Duty duty = file.submit(file.duty(notice, ONE));
        file.until(due.plus(Duration.ofHours(7)));
        assertThat(file.roundState(duty.round())).isEqualTo("ENDED");

        Duty returned = desk.giveBack(duty.id(), "数字不符", file.leader());
        file.settle();

        Instant mendBy = file.now().plus(Duration.ofHours(2));
        assertThat(returned.dueAt()).isEqualTo(mendBy);
        assertThat(returned.round()).isNotEqualTo(duty.round());
        assertThat(returned.timeliness()).isEqualTo(Timeliness.PENDING);
        file.until(mendBy.plus(Duration.ofHours(6)));
        assertThat(file.rungs(duty))
                .as("the reminder's instant lay before the round began")
                .containsExactly("MARK_OVERDUE", "URGE", "WRITTEN_URGE", "CIRCULATE", "OPEN_ACCOUNTABILITY");
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.LATE);
        assertThat(file.breachRows(duty)).isEqualTo(1);
    }

    @Test
    void anExtendedDutyLeavesItsRoundAndClimbsAtItsNewDeadline() {
        NoticeView notice = issued(ONE, OTHER);
        Duty duty = file.duty(notice, ONE);
        file.until(due.minus(Duration.ofHours(1)));
        Instant newDue = due.plus(Duration.ofHours(24));

        Duty extended = desk.extend(duty.id(), newDue, "道路中断", file.leader());
        file.settle();

        assertThat(extended.round()).isNotEqualTo(duty.round());
        ProcessInstance newRound = file.instance("round", extended.round());
        assertThat(file.timers(newRound)).containsExactly(newDue.minus(Duration.ofHours(2)));
        file.until(due.plus(Duration.ofHours(7)));
        assertThat(file.rungs(duty)).as("at the old deadline").containsExactly("REMIND");
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.PENDING);
        assertThat(file.rungs(file.duty(notice, OTHER))).isEqualTo(ALL_RUNGS);
        file.until(newDue.minus(SECOND));
        assertThat(file.rungs(duty)).as("reminded once").containsExactly("REMIND");
        file.until(newDue.plus(Duration.ofHours(6)));
        assertThat(file.rungs(duty)).isEqualTo(ALL_RUNGS);
        assertThat(file.happened(duty.id(), "duty.rung.MARK_OVERDUE")).isEqualTo(newDue);
        assertThat(file.instance("round", extended.round())).isEnded();
    }

    @Test
    void anExtendedDutyThatWasSilentIsPendingAgainAndSilentAgain() {
        NoticeView notice = issued(ONE);
        Duty duty = file.duty(notice, ONE);
        file.until(due.plus(Duration.ofMinutes(20)));
        Instant newDue = file.now().plus(Duration.ofHours(3));

        desk.extend(duty.id(), newDue, "系统故障", file.leader());
        file.settle();

        assertThat(file.instance("round", duty.round()))
                .as("nobody is left in it")
                .isEnded();
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.PENDING);
        file.until(newDue.minus(SECOND));
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.PENDING);
        file.until(newDue);
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.SILENT);
        file.until(newDue.plus(Duration.ofHours(6)));
        assertThat(file.rungs(duty)).as("each at most once").isEqualTo(ALL_RUNGS);
    }

    @Test
    void twoDutiesExtendedToOneInstantShareARound() {
        NoticeView notice = issued(ONE, OTHER);
        Instant newDue = due.plus(Duration.ofHours(5));

        Duty one = desk.extend(file.duty(notice, ONE).id(), newDue, "大雪封路", file.leader());
        Duty other = desk.extend(file.duty(notice, OTHER).id(), newDue, "大雪封路", file.leader());
        file.settle();

        assertThat(one.round()).isEqualTo(other.round());
        assertThat(file.instance("round", file.round(notice)))
                .as("the round they left")
                .isEnded();
        file.until(newDue);
        assertThat(file.rungs(one)).containsExactly("REMIND", "MARK_OVERDUE");
        assertThat(file.rungs(other)).containsExactly("REMIND", "MARK_OVERDUE");
    }

    @Test
    void aLiftInTheMiddleEndsLadderDutiesAndTimers() {
        NoticeView notice = issued(ONE, OTHER);
        Duty waiting = file.submit(file.duty(notice, OTHER));
        file.until(due.plus(Duration.ofMinutes(20)));
        UUID round = file.round(notice);

        notices.lift(notice.id(), "疫情形势好转", file.leader());
        file.settle();

        assertThat(file.duties(notice)).extracting(Duty::state).containsOnly(DutyState.LIFTED);
        assertThat(file.instance("round", round)).isEnded();
        assertThat(file.instance("round", round)).hasPassed("Event_RoundClosed");
        assertThat(file.timers(file.instance("round", round))).isEmpty();
        for (Duty duty : file.duties(notice)) {
            assertThat(file.instance("duty", duty.id())).isEnded();
            assertThat(file.tasks(duty.id())).isEmpty();
        }
        assertThat(file.instance("notice-issuance", notice.id())).isEnded();
        file.later(Duration.ofHours(8));
        assertThat(file.rungs(file.duty(notice, ONE))).containsExactly("REMIND", "MARK_OVERDUE", "URGE");
        assertThat(file.rungs(waiting)).isEmpty();
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.SILENT);
    }

    @Test
    void aRoundEndsEarlyWhenEveryDutyIsFinal() {
        NoticeView notice = issued(ONE, OTHER);
        Duty one = file.submit(file.duty(notice, ONE));
        Duty other = file.duty(notice, OTHER);
        desk.accept(one.id(), file.leader());
        assertThat(round(notice)).isWaitingAt("Gateway_WaitForRung");

        desk.waive(other.id(), "该旗无相关人员", file.leader());
        file.settle();

        ProcessInstance ended = file.instance("round", file.round(notice));
        assertThat(ended).isEnded();
        assertThat(ended).hasPassedInOrder("Event_RoundClosed", "Task_EndRound", "End_Round");
        assertThat(ended).hasNotPassed("Event_RungDue", "Task_ClimbRung");
        assertThat(file.roundState(file.round(notice))).isEqualTo("ENDED");
        file.until(due.plus(Duration.ofHours(1)));
        assertThat(file.rungs(other)).isEmpty();
    }

    @Test
    void aWaivedDutyClimbsNoFurther() {
        NoticeView notice = issued(ONE, OTHER);
        Duty duty = file.duty(notice, ONE);
        file.until(due);

        desk.waive(duty.id(), "已由上级统一办理", file.leader());

        file.until(due.plus(Duration.ofHours(6)));
        assertThat(file.rungs(duty)).containsExactly("REMIND", "MARK_OVERDUE");
        assertThat(file.breaches(duty)).isEmpty();
        assertThat(file.told(duty.id(), "duty.waived")).contains(ONE + ".officer");
    }

    @Test
    void twoNoticesThatShareAnInstantClimbSideBySide() {
        NoticeView first = issued(ONE);
        NoticeView second = issued(ONE, OTHER);
        file.submit(file.duty(second, OTHER));

        file.until(due);

        assertThat(file.rungs(file.duty(first, ONE))).containsExactly("REMIND", "MARK_OVERDUE");
        assertThat(file.rungs(file.duty(second, ONE))).containsExactly("REMIND", "MARK_OVERDUE");
        assertThat(file.rungs(file.duty(second, OTHER))).isEmpty();
    }

    @Test
    void aRungBeforeTheOpeningIsLeftOut() {
        due = file.now().plus(Duration.ofHours(1));
        NoticeView notice = issued(ONE);
        Duty duty = file.duty(notice, ONE);
        assertThat(file.rungs(duty)).isEmpty();
        assertThat(file.timers(round(notice))).containsExactly(due);

        file.until(due.plus(Duration.ofMinutes(15)));

        assertThat(file.rungs(duty)).containsExactly("MARK_OVERDUE", "URGE");
    }

    @Test
    void aLadderMayHaveAnyRungs() {
        NoticeView notice = file.issue(SmallNotice.to(ONE)
                .due(due)
                .climbing(ladder(
                        rung("-PT3H", LadderAction.REMIND),
                        rung("-PT30M", LadderAction.URGE),
                        rung("PT0S", LadderAction.MARK_OVERDUE))));

        file.until(due);

        assertThat(file.rungs(file.duty(notice, ONE))).containsExactly("REMIND", "URGE", "MARK_OVERDUE");
        assertThat(file.instance("round", file.round(notice))).isEnded();
        assertThat(file.duty(notice, ONE).state())
                .as("still owed, nobody climbs")
                .isEqualTo(DutyState.SENT);
    }

    @Test
    void aDeadlineWithoutARungIsMarkedAllTheSame() {
        NoticeView notice =
                file.issue(SmallNotice.to(ONE, OTHER).due(due).climbing(ladder(rung("-PT2H", LadderAction.REMIND))));
        file.submit(file.duty(notice, OTHER));
        file.until(due.minus(SECOND));
        assertThat(file.timers(round(notice))).containsExactly(due);
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.PENDING);

        file.until(due);

        Duty silent = file.duty(notice, ONE);
        assertThat(silent.timeliness()).isEqualTo(Timeliness.SILENT);
        assertThat(file.rungs(silent)).containsExactly("REMIND");
        assertThat(file.missed(silent)).hasSize(1);
        assertThat(file.duty(notice, OTHER).timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(file.instance("round", file.round(notice))).isEnded();
    }

    @Test
    void aDutyWhoseHourHadPassedAtTheIssueIsOverdueAtOnce() {
        due = file.now().minus(Duration.ofMinutes(10));

        NoticeView notice = issued(ONE);

        Duty duty = file.duty(notice, ONE);
        assertThat(duty.timeliness()).isEqualTo(Timeliness.SILENT);
        assertThat(file.rungs(duty)).containsExactly("MARK_OVERDUE");
        assertThat(file.timers(round(notice))).containsExactly(due.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aRoundThatDidNotHearOfItsLastDutyEndsAtItsNextStep(@Autowired JdbcClient jdbc) {
        NoticeView notice = issued(ONE);
        jdbc.sql("update duty set state = 'ACCEPTED' where notice = :notice")
                .param("notice", notice.id())
                .update();

        file.until(due.minus(Duration.ofHours(2)));

        assertThat(file.rungs(file.duty(notice, ONE))).isEmpty();
        assertThat(file.instance("round", file.round(notice))).isEnded();
    }

    @Test
    void aWholeRoundIsMovedWithItsTimer(@Autowired RoundDesk rounds) {
        NoticeView notice = issued(ONE, OTHER);
        Instant newDue = due.plus(Duration.ofHours(3));

        int moved = rounds.extend(file.round(notice), newDue, "全市停电", file.leader());

        assertThat(moved).isEqualTo(2);
        assertThat(file.timers(round(notice))).containsExactly(newDue.minus(Duration.ofHours(2)));
        file.until(newDue.minus(Duration.ofHours(2)).minus(SECOND));
        assertThat(file.rungs(file.duty(notice, ONE))).isEmpty();
        file.until(newDue.plus(Duration.ofHours(6)));
        for (Duty duty : file.duties(notice)) {
            assertThat(file.rungs(duty)).isEqualTo(ALL_RUNGS);
            assertThat(file.happened(duty.id(), "duty.rung.MARK_OVERDUE")).isEqualTo(newDue);
            assertThat(file.actions(duty.id(), "duty.extended")).hasSize(1);
        }
    }

    @Test
    void aRoundMovedAfterItsDeadlineIsSilentAgainAtTheNewOne(@Autowired RoundDesk rounds) {
        NoticeView notice = issued(ONE);
        file.until(due.plus(Duration.ofMinutes(5)));
        Instant newDue = due.plus(Duration.ofHours(4));

        rounds.extend(file.round(notice), newDue, "全市停电", file.leader());

        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.PENDING);
        assertThat(file.timers(round(notice))).containsExactly(newDue);
        file.until(newDue.minus(SECOND));
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.PENDING);
        file.until(newDue);
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.SILENT);
        file.until(newDue.plus(Duration.ofHours(6)));
        assertThat(file.rungs(file.duty(notice, ONE))).isEqualTo(ALL_RUNGS);
        assertThat(file.happened(file.duty(notice, ONE).id(), "duty.rung.URGE"))
                .isEqualTo(newDue.plus(Duration.ofMinutes(15)));
    }

    @Test
    void whatWaitsForAcceptanceMovesWithItsRound(@Autowired RoundDesk rounds) {
        NoticeView notice = issued(ONE, OTHER);
        Duty duty = file.submit(file.duty(notice, ONE));
        Instant newDue = due.plus(Duration.ofHours(4));
        rounds.extend(file.round(notice), newDue, "全市停电", file.leader());
        file.until(due.plus(Duration.ofHours(1)));

        Duty returned = desk.giveBack(duty.id(), "请补充", file.leader());

        assertThat(returned.dueAt()).isEqualTo(newDue);
        assertThat(returned.timeliness()).as("there is time left").isEqualTo(Timeliness.PENDING);
        assertThat(file.submit(returned).timeliness()).isEqualTo(Timeliness.ON_TIME);
    }

    @Test
    void aRungDoesNotWaitForWhoIsJustHandingIn(
            @Autowired PlatformTransactionManager transactions, @Autowired JdbcClient jdbc) throws Exception {
        NoticeView notice = issued(ONE, OTHER);
        Duty busy = file.duty(notice, ONE);
        Duty silent = file.duty(notice, OTHER);
        file.until(due.minus(SECOND));
        var clock = Executors.newSingleThreadExecutor();
        var held = new CountDownLatch(1);
        Future<?> moving = clock.submit(() -> {
            held.await();
            file.until(due);
            return due;
        });

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("select 1 from duty where id = :id for update")
                    .param("id", busy.id())
                    .query(Integer.class)
                    .single();
            held.countDown();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> file.rungs(silent).contains("MARK_OVERDUE"));
            desk.waive(busy.id(), "已由上级统一办理", file.leader());
        });

        moving.get(30, TimeUnit.SECONDS);
        clock.shutdown();
        assertThat(file.rungs(busy)).containsExactly("REMIND");
        assertThat(file.duty(notice, ONE).timeliness()).isEqualTo(Timeliness.PENDING);
        assertThat(file.rungs(silent)).containsExactly("REMIND", "MARK_OVERDUE");
    }
}
