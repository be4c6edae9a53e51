package org.sifang.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.SifangTest;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.SmallNotice;
import org.sifang.notice.Timeliness;
import org.sifang.organization.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The way of one duty: received, worked on, signed, handed in, judged; or ended from outside. */
@SifangTest
class DutyProcessTests {

    private static final String PLACE = "150525";
    private static final String OFFICER = PLACE + ".officer";
    private static final String LEADER = PLACE + ".leader";
    private static final Map<String, Object> DONE = Map.of("doneText", "已落实", "confirmed", true);

    @Autowired
    CaseFile file;

    @Autowired
    DutyDesk desk;

    @Autowired
    NoticeDesk notices;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void end() {
        file.close();
    }

    private NoticeView issued() {
        return file.issue(SmallNotice.to(PLACE).due(file.now().plus(Duration.ofHours(6))));
    }

    private Duty sent() {
        return file.duty(issued(), PLACE);
    }

    private Duty received() {
        return desk.receive(sent().id(), null, null, officer());
    }

    private Duty prepared() {
        return desk.prepare(received().id(), DONE, officer());
    }

    private Duty submitted() {
        return desk.signOff(prepared().id(), true, null, leader());
    }

    private Actor officer() {
        return file.actor(OFFICER);
    }

    private Actor leader() {
        return file.actor(LEADER);
    }

    private ProcessInstance way(Duty duty) {
        return file.instance("duty", duty.id());
    }

    @Test
    void aDutyGoesFromReceiptToAcceptance() {
        Duty duty = sent();
        assertThat(way(duty)).isWaitingAt("Task_Receive");
        assertThat(file.timers(way(duty))).as("the round has them").isEmpty();

        Duty received = desk.receive(duty.id(), OFFICER, LEADER, officer());
        assertThat(received.state()).isEqualTo(DutyState.RECEIVED);
        assertThat(way(duty)).isWaitingAt("Task_Confirm");

        Duty prepared = desk.prepare(duty.id(), DONE, officer());
        assertThat(prepared.state()).isEqualTo(DutyState.IN_PROGRESS);
        assertThat(way(duty)).isWaitingAt("Task_SignOff");

        Duty submitted = desk.signOff(duty.id(), true, null, leader());
        assertThat(submitted.state()).isEqualTo(DutyState.SUBMITTED);
        assertThat(submitted.timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(submitted.submittedBy()).isEqualTo(OFFICER);
        assertThat(submitted.signedBy()).isEqualTo(LEADER);
        assertThat(way(duty)).isWaitingAt("Task_Judge");
        assertThat(file.told(duty.id(), "duty.submitted")).containsExactly("150500.officer", "city.officer");

        Duty accepted = desk.accept(duty.id(), file.actor("city.officer"));
        assertThat(accepted.state()).isEqualTo(DutyState.ACCEPTED);
        assertThat(way(duty)).isEnded();
        assertThat(way(duty)).hasPassedInOrder("Task_Receive", "Task_Confirm", "Task_SignOff", "Task_Judge", "End_Met");
        assertThat(way(duty)).hasNotPassed("Start_Waived", "Start_Lifted");
        assertThat(file.actions(duty.id(), "duty.%"))
                .containsExactly("duty.sent", "duty.received", "duty.prepared", "duty.submitted", "duty.accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "STOCK_REPORT, Task_CompileReport",
        "INSPECTION, Task_InspectSector",
        "SELF_CHECK, Task_CheckSelf",
        "INVENTORY, Task_TakeInventory",
        "DRILL, Task_HoldDrill",
        "DOCUMENT, Task_FileDocument",
        "CONFIRM, Task_Confirm"
    })
    void eachKindOfDutyHasItsOwnWork(ObligationKind kind, String task) {
        NoticeView notice =
                file.issue(SmallNotice.to(PLACE).kind(kind).due(file.now().plus(Duration.ofHours(6))));
        Duty duty = file.duty(notice, PLACE);

        desk.receive(duty.id(), null, null, officer());

        assertThat(way(duty)).isWaitingAt(task);
        assertThat(file.tasks(duty.id())).containsExactly(task);
    }

    @Test
    void aDailyReportIsCompiledToo() {
        var tomorrow =
                file.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().plusDays(1);
        NoticeView notice = file.issue(
                SmallNotice.to(PLACE).kind(ObligationKind.DAILY_REPORT).dueDaily(LocalTime.of(18, 0), null, tomorrow));
        file.until(tomorrow.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
        Duty duty = file.duty(notice, PLACE);

        desk.receive(duty.id(), null, null, officer());

        assertThat(way(duty)).isWaitingAt("Task_CompileReport");
    }

    @Test
    void whoReceivesItNamesWhoAnswersForIt() {
        Duty duty = sent();

        Duty received = desk.receive(duty.id(), LEADER, OFFICER, officer());

        assertThat(received.responsible()).isEqualTo(LEADER);
        assertThat(received.deputy()).isEqualTo(OFFICER);
        assertThat(received.receivedBy()).isEqualTo(OFFICER);
        assertThat(received.receivedAt()).isEqualTo(file.now());
    }

    @Test
    void aChiefWhoDoesNotSignGivesItBackWithARemark() {
        Duty duty = prepared();
        assertThatExceptionOfType(FaultsException.class)
                .isThrownBy(() -> desk.signOff(duty.id(), false, " ", leader()));

        Duty again = desk.signOff(duty.id(), false, "数字请核实", leader());

        assertThat(again.state()).isEqualTo(DutyState.IN_PROGRESS);
        assertThat(again.submissions()).isZero();
        assertThat(way(duty)).isWaitingAt("Task_Confirm");
        assertThat(way(duty)).hasNotPassed("Task_Judge");
        desk.prepare(duty.id(), DONE, officer());
        assertThat(way(duty)).isWaitingAt("Task_SignOff");
    }

    @Test
    void anotherSystemHandsInWithOneCallWhereverTheWorkStands() {
        Duty justReceived = received();
        assertThat(desk.submit(justReceived.id(), null, null, officer()).state())
                .isEqualTo(DutyState.SUBMITTED);
        assertThat(way(justReceived)).isWaitingAt("Task_Judge");

        Duty withTheChief = prepared();
        desk.submit(withTheChief.id(), null, null, officer());
        assertThat(way(withTheChief)).isWaitingAt("Task_Judge");

        Duty givenBackByTheChief = prepared();
        desk.signOff(givenBackByTheChief.id(), false, "请核实", leader());
        desk.submit(givenBackByTheChief.id(), null, null, officer());
        assertThat(way(givenBackByTheChief)).isWaitingAt("Task_Judge");

        Duty sentBack = submitted();
        desk.giveBack(sentBack.id(), "请补充", file.leader());
        Duty again = desk.submit(sentBack.id(), null, null, officer());
        assertThat(again.submissions()).isEqualTo(2);
        assertThat(way(sentBack)).isWaitingAt("Task_Judge");
    }

    @Test
    void whatIsSentBackIsWorkedOnAgain() {
        Duty duty = submitted();
        assertThatExceptionOfType(FaultsException.class).isThrownBy(() -> desk.giveBack(duty.id(), "", file.leader()));

        Duty returned = desk.giveBack(duty.id(), "缺少盖章页", file.leader());

        assertThat(returned.state()).isEqualTo(DutyState.RETURNED);
        assertThat(returned.timeliness()).isEqualTo(Timeliness.PENDING);
        assertThat(returned.reason()).isEqualTo("缺少盖章页");
        assertThat(way(duty)).isWaitingAt("Task_Confirm");
        assertThat(way(duty)).hasPassed("Task_Judge");
        assertThat(way(duty)).hasNotPassed("End_Met");
        assertThat(file.told(duty.id(), "duty.returned")).containsExactly(LEADER, OFFICER);
        desk.prepare(duty.id(), DONE, officer());
        Duty again = desk.signOff(duty.id(), true, null, leader());
        assertThat(again.timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(again.submissions()).isEqualTo(2);
        desk.accept(duty.id(), file.leader());
        assertThat(way(duty)).isEnded();
    }

    @Test
    void aWaivedDutyEndsWhereverItStands() {
        for (Duty duty : List.of(sent(), received(), prepared(), submitted())) {
            Duty waived = desk.waive(duty.id(), "已由市级统一办理", file.leader());

            assertThat(waived.state()).isEqualTo(DutyState.WAIVED);
            assertThat(way(duty)).isEnded();
            assertThat(way(duty)).hasPassed("End_Waived");
            assertThat(way(duty)).hasNotPassed("End_Met", "End_Lifted");
            assertThat(file.tasks(duty.id())).isEmpty();
        }
    }

    @Test
    void aLiftedNoticeEndsItsDuties() {
        NoticeView notice = issued();
        Duty duty = file.duty(notice, PLACE);
        desk.receive(duty.id(), null, null, officer());

        notices.lift(notice.id(), "风险解除", file.leader());

        assertThat(file.duty(notice, PLACE).state()).isEqualTo(DutyState.LIFTED);
        assertThat(file.duty(notice, PLACE).reason()).isEqualTo("风险解除");
        assertThat(way(duty)).isEnded();
        assertThat(way(duty)).hasPassed("End_Lifted");
        assertThat(file.tasks(duty.id())).isEmpty();
        assertThat(file.told(duty.id(), "duty.lifted")).containsExactly(LEADER, OFFICER);
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> desk.submit(duty.id(), null, null, officer()));
    }

    @Test
    void aStepOutOfTurnIsRefusedAndLeavesEverythingAsItWas() {
        Duty duty = sent();

        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> desk.submit(duty.id(), null, null, officer()))
                .satisfies(conflict -> assertThat(conflict.actual()).isEqualTo("SENT"));
        assertThatExceptionOfType(StateConflictException.class).isThrownBy(() -> desk.accept(duty.id(), file.leader()));
        assertThat(way(duty)).isWaitingAt("Task_Receive");
        assertThat(file.actions(duty.id(), "duty.%")).containsExactly("duty.sent");

        desk.receive(duty.id(), null, null, officer());
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> desk.receive(duty.id(), null, null, officer()));
    }

    @Test
    void everyStepAsksWhoTakesIt() {
        Duty duty = received();

        assertThatExceptionOfType(NotFoundException.class)
                .as("another county does not even see it")
                .isThrownBy(() -> desk.prepare(duty.id(), DONE, file.actor("150524.officer")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("the issuer does not do the county's work")
                .isThrownBy(() -> desk.prepare(duty.id(), DONE, file.leader()));
        desk.prepare(duty.id(), DONE, officer());
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("the officer does not sign for the chief")
                .isThrownBy(() -> desk.signOff(duty.id(), true, null, officer()));
        desk.signOff(duty.id(), true, null, leader());
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("nobody accepts his own")
                .isThrownBy(() -> desk.accept(duty.id(), leader()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("only the issuer extends")
                .isThrownBy(() -> desk.extend(duty.id(), duty.dueAt().plusSeconds(3600), "请延期", leader()));
    }
}
