package org.sifang.accountability.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.SifangTest;
import org.sifang.accountability.AccountabilityCase;
import org.sifang.accountability.AccountabilityCases;
import org.sifang.accountability.AccountabilityDesk;
import org.sifang.accountability.AccountabilitySettings;
import org.sifang.accountability.AccountabilityStage;
import org.sifang.accountability.AppealOutcome;
import org.sifang.accountability.Appeals;
import org.sifang.accountability.CaseState;
import org.sifang.accountability.Harm;
import org.sifang.accountability.HearingKind;
import org.sifang.accountability.MeasureKind;
import org.sifang.accountability.PaperKind;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.kernel.WorkingCalendar;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.CaseFile;
import org.sifang.organization.Standings;
import org.springframework.beans.factory.annotation.Autowired;

/** One party's answer, from the breach to the end, each way there is. */
@SifangTest
class AccountabilityProcessTests {

    private static final String COUNTY = "150523";
    private static final String UNIT = "150523-H1";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    CaseFile file;

    @Autowired
    AccountabilityStage stage;

    @Autowired
    AccountabilityDesk desk;

    @Autowired
    Appeals appeals;

    @Autowired
    AccountabilitySettings settings;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Standings standings;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private static Instant dueAt(AccountabilityCase one) {
        return Objects.requireNonNull(one.dueAt());
    }

    @Test
    void aBreachIsCompiledAndThePartyToldAtOnce() {
        AccountabilityCase one = stage.open(COUNTY);

        assertThat(one.state()).isEqualTo(CaseState.NOTIFIED);
        assertThat(one.authority()).isEqualTo("150500");
        assertThat(one.statementDueAt())
                .isEqualTo(calendar.plusWorkingDays(one.openedAt(), settings.statementDays(), ZONE));
        assertThat(stage.timer(one, "Event_StatementExpired")).isEqualTo(one.statementDueAt());
        assertThat(stage.instance(one))
                .hasPassedInOrder("Task_CompileFactFile", "Task_NotifyParty")
                .isWaitingAt("Task_MakeStatement");
        assertThat(stage.papers(one, PaperKind.NOTICE)).isEqualTo(1);
        assertThat(file.told(one.id(), "accountability.notified"))
                .containsExactlyInAnyOrder(COUNTY + ".officer", COUNTY + ".leader");
    }

    @Test
    void aStatementIsReviewedAssessedAndDecidedAndTheDecisionServed() {
        AccountabilityCase one = stage.open(COUNTY);
        stage.complete(
                one,
                "Task_MakeStatement",
                COUNTY + ".officer",
                Map.of("outcome", "STATEMENT", "statement", "通讯中断，已补报"));
        assertThat(stage.state(one)).isEqualTo(CaseState.HEARD);
        stage.establish(one, BreachSeverity.SERIOUS, Harm.NONE);
        AccountabilityCase assessed = stage.now(one);
        assertThat(assessed.state()).isEqualTo(CaseState.ASSESSED);
        assertThat(Objects.requireNonNull(assessed.assessment()).proposed())
                .isIn(MeasureKind.CIRCULATED_CRITICISM, MeasureKind.INTERVIEW);
        stage.decide(one, "city.leader", "CIRCULATED_CRITICISM", "按认定的情节处理");

        AccountabilityCase served = stage.now(one);
        assertThat(served.state()).isEqualTo(CaseState.IN_EXECUTION);
        assertThat(Objects.requireNonNull(served.hearing()).kind()).isEqualTo(HearingKind.STATEMENT);
        assertThat(stage.instance(one))
                .hasPassedInOrder(
                        "Task_MakeStatement",
                        "Task_EstablishFacts",
                        "Task_AssessLiability",
                        "Task_DecideCase",
                        "Task_RecordDecision",
                        "Task_ServeDecision",
                        "Task_CirculateCriticism")
                .hasNotPassed("Task_RecordExpiry", "Task_IssueWrittenUrge", "Task_DismissCase")
                .isWaitingAt("Task_ConfirmExecution");
        assertThat(stage.papers(one, PaperKind.DECISION)).isEqualTo(1);
        assertThat(stage.papers(one, PaperKind.CIRCULATED_CRITICISM)).isEqualTo(1);
    }

    @Test
    void thePeriodOfTheStatementHasNotEndedASecondBefore() {
        AccountabilityCase one = stage.open(COUNTY);

        file.until(dueAt(one).minus(SECOND));

        assertThat(stage.instance(one)).isWaitingAt("Task_MakeStatement").hasNotPassed("Task_RecordExpiry");
        assertThat(stage.state(one)).isEqualTo(CaseState.NOTIFIED);
    }

    @Test
    void atTheEndOfThePeriodThePartyIsHeldToHaveBeenHeard() {
        AccountabilityCase one = stage.open(COUNTY);

        file.until(dueAt(one));

        assertThat(stage.instance(one)).hasPassed("Task_RecordExpiry").isWaitingAt("Task_EstablishFacts");
        AccountabilityCase expired = stage.now(one);
        assertThat(expired.state()).isEqualTo(CaseState.HEARD);
        assertThat(Objects.requireNonNull(expired.hearing()).kind()).isEqualTo(HearingKind.EXPIRED);
        assertThat(expired.hearing().at()).isEqualTo(one.statementDueAt());
    }

    @Test
    void aPeriodThatEndedWhileNothingRanIsMadeUpFor() {
        AccountabilityCase one = stage.open(COUNTY);

        file.downUntil(dueAt(one).plus(Duration.ofHours(9)));

        assertThat(stage.instance(one)).isWaitingAt("Task_EstablishFacts");
        assertThat(stage.state(one)).isEqualTo(CaseState.HEARD);
    }

    @Test
    void aStatementStopsTheClock() {
        AccountabilityCase one = stage.open(COUNTY);
        Instant due = dueAt(one);
        stage.waive(one, COUNTY + ".officer");

        file.until(due.plus(SECOND));

        assertThat(stage.instance(one)).hasNotPassed("Task_RecordExpiry").isWaitingAt("Task_EstablishFacts");
    }

    @Test
    void nobodyDecidesOnAPartyThatWasNotHeard() {
        AccountabilityCase one = stage.open(COUNTY);

        assertThatThrownBy(() ->
                        desk.decide(one.id(), MeasureKind.INTERVIEW, "急事急办", file.actor("city.leader"), file.now()))
                .isInstanceOf(StateConflictException.class);
        assertThat(stage.instance(one)).isWaitingAt("Task_MakeStatement").hasNotPassed("Task_DecideCase");
        assertThat(stage.now(one).ruling()).isNull();
    }

    @Test
    void whoeverReportedTheBreachDoesNotDecideOnIt() {
        AccountabilityCase one = stage.found(stage.breach(null, COUNTY, "city.leader"));
        stage.waive(one, COUNTY + ".officer");
        stage.establish(one, BreachSeverity.SERIOUS, Harm.NONE);

        assertThatThrownBy(() -> stage.decide(one, "city.leader", "CIRCULATED_CRITICISM", "按认定的情节处理"))
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        refused -> assertThat(refused.faults())
                                .extracting("code")
                                .containsExactly("fault.accountability.reporter"));
        stage.decide(one, "150500.leader", "CIRCULATED_CRITICISM", "按认定的情节处理");

        assertThat(stage.state(one)).isEqualTo(CaseState.IN_EXECUTION);
    }

    @Test
    void aLeaderDepartsFromTheProposalOnlyWithAReason() {
        AccountabilityCase one = stage.open(COUNTY);
        stage.waive(one, COUNTY + ".officer");
        stage.establish(one, BreachSeverity.SERIOUS, Harm.NONE);

        assertThatThrownBy(() -> stage.decide(one, "city.leader", "WRITTEN_URGE", null))
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        refused -> assertThat(refused.faults())
                                .extracting("code")
                                .containsExactly("fault.accountability.deviation"));
        assertThat(stage.instance(one)).isWaitingAt("Task_DecideCase");
        stage.decide(one, "city.leader", "WRITTEN_URGE", "首次失责，已主动补报");

        assertThat(stage.instance(one)).hasPassed("Task_IssueWrittenUrge");
    }

    @Test
    void aLeaderCanHoldNobodyToAccount() {
        AccountabilityCase one = stage.open(COUNTY);
        stage.waive(one, COUNTY + ".officer");
        stage.establish(one, BreachSeverity.ORDINARY, Harm.NONE);
        stage.decide(one, "city.leader", "NONE", "经查已按时报送，系统故障");

        assertThat(stage.state(one)).isEqualTo(CaseState.DISMISSED);
        assertThat(stage.papers(one, PaperKind.DISMISSAL)).isEqualTo(1);
        assertThat(stage.instance(one)).isEnded();
    }

    @Test
    void aCaseThatShouldNotHaveBeenOpenedIsWithdrawn() {
        AccountabilityCase one = stage.open(COUNTY);

        desk.withdraw(one.id(), "重复登记", file.actor("city.leader"), file.now());

        assertThat(stage.state(one)).isEqualTo(CaseState.DISMISSED);
        assertThat(stage.instance(one)).isEnded();
    }

    @ParameterizedTest
    @CsvSource({
        "WRITTEN_URGE, Task_IssueWrittenUrge, 150523",
        "CIRCULATED_CRITICISM, Task_CirculateCriticism, 150523",
        "INTERVIEW, Task_SummonForInterview, 150523",
        "RECTIFICATION, Task_OrderRectification, 150523-H1",
        "SUSPENSION, Task_SuspendUnitStatus, 150523-H1",
        "REFERRAL, Task_ReferToDiscipline, 150523"
    })
    void everyMeasureIsCarriedOutAndConfirmedAndClosesAfterTheAppealPeriod(
            MeasureKind measure, String task, String party) {
        AccountabilityCase one = stage.decided(party, measure.name());
        assertThat(stage.instance(one)).hasPassed(task).isWaitingAt("Task_ConfirmExecution");
        assertThat(stage.papers(one, PaperKind.of(measure))).isEqualTo(1);

        stage.complete(one, "Task_ConfirmExecution", "discipline", Map.of("result", "已落实到位"));
        assertThat(stage.instance(one)).isWaitingAt("Event_AppealPeriodOver");
        Instant until = Objects.requireNonNull(stage.now(one).execution()).appealUntil();
        assertThat(stage.timer(one, "Event_AppealPeriodOver")).isEqualTo(until);
        file.until(until);

        assertThat(stage.state(one)).isEqualTo(CaseState.CLOSED);
        assertThat(stage.instance(one)).isEnded();
        standings.reinstate(party, one.id(), "test", "system", file.now());
    }

    @Test
    void theCaseStaysOpenASecondBeforeTheAppealPeriodEnds() {
        AccountabilityCase one = stage.decided(COUNTY, "WRITTEN_URGE");
        stage.complete(one, "Task_ConfirmExecution", "discipline", Map.of("result", "已落实到位"));

        file.until(
                Objects.requireNonNull(stage.now(one).execution()).appealUntil().minus(SECOND));

        assertThat(stage.instance(one)).isWaitingAt("Event_AppealPeriodOver").hasNotPassed("Task_CloseAccountability");
    }

    @Test
    void anAppealPeriodThatEndedWhileNothingRanClosesTheCaseAfterwards() {
        AccountabilityCase one = stage.decided(COUNTY, "WRITTEN_URGE");
        stage.complete(one, "Task_ConfirmExecution", "discipline", Map.of("result", "已落实到位"));

        file.downUntil(
                Objects.requireNonNull(stage.now(one).execution()).appealUntil().plus(Duration.ofDays(2)));

        assertThat(stage.state(one)).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void aMeasureIsNotOverdueASecondBeforeItsTime() {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");
        assertThat(stage.timer(one, "Event_ExecutionOverdue")).isEqualTo(dueAt(one));

        file.until(dueAt(one).minus(SECOND));

        assertThat(stage.instance(one)).hasNotPassed("Task_MarkExecutionOverdue");
    }

    @Test
    void aMeasureThatIsNotCarriedOutInTimeIsMarkedAndStillWaitedFor() {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");
        Instant due = dueAt(one);

        file.until(due);

        assertThat(stage.instance(one)).hasPassed("Task_MarkExecutionOverdue").isWaitingAt("Task_ConfirmExecution");
        assertThat(Objects.requireNonNull(stage.now(one).execution()).overdueAt())
                .isEqualTo(due);
        assertThat(file.told(one.id(), "accountability.executionOverdue")).contains("city.leader", "discipline");
    }

    @Test
    void aMeasureThatBecameOverdueWhileNothingRanIsMarkedAfterwards() {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");

        file.downUntil(dueAt(one).plus(Duration.ofDays(1)));

        assertThat(stage.instance(one)).hasPassed("Task_MarkExecutionOverdue").isWaitingAt("Task_ConfirmExecution");
    }

    @Test
    void aMeasureCarriedOutInTimeIsNeverOverdue() {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");
        Instant due = dueAt(one);
        stage.complete(one, "Task_ConfirmExecution", "discipline", Map.of("result", "已约谈"));

        file.until(due.plus(SECOND));

        assertThat(stage.instance(one)).hasNotPassed("Task_MarkExecutionOverdue");
        assertThat(Objects.requireNonNull(stage.now(one).execution()).overdueAt())
                .isNull();
    }

    private AccountabilityCase appealed(String party, String measure) {
        AccountabilityCase one = stage.decided(party, measure);
        appeals.lodge(one.id(), "认定事实有误", file.actor(AccountabilityStage.speaker(party)), file.now());
        file.settle();
        assertThat(stage.state(one)).isEqualTo(CaseState.APPEALED);
        assertThat(stage.instance(one)).isWaitingAt("Task_DecideAppeal");
        return one;
    }

    private void answer(AccountabilityCase one, AppealOutcome outcome, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("outcome", outcome.name());
        values.put("answer", "经复核");
        stage.complete(one, "Task_DecideAppeal", "150500.leader", values);
    }

    @Test
    void theLeaderWhoDecidedDoesNotDecideTheAppeal() {
        AccountabilityCase one = appealed(COUNTY, "INTERVIEW");

        assertThatThrownBy(() -> appeals.decide(
                        one.id(), AppealOutcome.UPHELD, null, "维持", file.actor("city.leader"), file.now()))
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        refused -> assertThat(refused.faults())
                                .extracting("code")
                                .containsExactly("fault.accountability.sameLeader"));
    }

    @Test
    void anAppealThatFailsLetsTheExecutionGoOnAndIsTheOnlyOne() {
        AccountabilityCase one = appealed(COUNTY, "INTERVIEW");

        answer(one, AppealOutcome.UPHELD, Map.of());

        assertThat(stage.state(one)).isEqualTo(CaseState.IN_EXECUTION);
        assertThat(stage.instance(one)).isWaitingAt("Task_ConfirmExecution");
        assertThat(stage.papers(one, PaperKind.APPEAL_DECISION)).isEqualTo(1);
        assertThatThrownBy(() -> appeals.lodge(one.id(), "再申诉", file.actor(COUNTY + ".officer"), file.now()))
                .isInstanceOf(StateConflictException.class);
        stage.complete(one, "Task_ConfirmExecution", "discipline", Map.of("result", "已约谈"));
        assertThat(stage.state(one)).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void anAppealAfterTheExecutionDoesNotAskForItAgain() {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");
        stage.complete(one, "Task_ConfirmExecution", "discipline", Map.of("result", "已约谈"));
        appeals.lodge(one.id(), "认定事实有误", file.actor(COUNTY + ".officer"), file.now());

        answer(one, AppealOutcome.UPHELD, Map.of());

        assertThat(stage.state(one)).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void anAppealCanPutAMilderMeasureInThePlaceOfTheFirst() {
        AccountabilityCase one = appealed(UNIT, "SUSPENSION");
        assertThat(standings.isSuspended(UNIT)).isTrue();

        answer(one, AppealOutcome.CHANGED, Map.of("measure", "WRITTEN_URGE"));

        assertThat(standings.isSuspended(UNIT)).isFalse();
        assertThat(stage.now(one).measure()).isEqualTo(MeasureKind.WRITTEN_URGE);
        assertThat(stage.instance(one)).hasPassed("Task_IssueWrittenUrge").isWaitingAt("Task_ConfirmExecution");
    }

    @Test
    void anAppealThatIsRightTakesEverythingBack() {
        AccountabilityCase one = appealed(UNIT, "SUSPENSION");

        answer(one, AppealOutcome.REVOKED, Map.of());

        assertThat(standings.isSuspended(UNIT)).isFalse();
        assertThat(stage.state(one)).isEqualTo(CaseState.DISMISSED);
        assertThat(stage.now(one).measure()).isNull();
        assertThat(stage.instance(one)).isEnded();
    }

    @Test
    void noAppealIsHeardAfterItsPeriod() {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");
        Instant until = Objects.requireNonNull(stage.now(one).execution()).appealUntil();

        assertThatThrownBy(() -> appeals.lodge(one.id(), "迟到的申诉", file.actor(COUNTY + ".officer"), until))
                .isInstanceOf(StateConflictException.class);
    }

    @Test
    void onlyTheAuthorityAndThePartySeeIt(@Autowired AccountabilityCases cases) {
        AccountabilityCase one = stage.open(COUNTY);

        assertThat(AccountabilityCases.mayRead(one, file.actor("discipline"))).isTrue();
        assertThat(AccountabilityCases.mayRead(one, file.actor(COUNTY + ".officer")))
                .isTrue();
        assertThat(AccountabilityCases.mayRead(one, file.actor("150502.officer")))
                .isFalse();
    }
}
