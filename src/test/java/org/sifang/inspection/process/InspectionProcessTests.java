package org.sifang.inspection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.inspection.Draws;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionDesk;
import org.sifang.inspection.InspectionStage;
import org.sifang.inspection.InspectionState;
import org.sifang.inspection.Visit;
import org.sifang.inspection.VisitDesk;
import org.sifang.inspection.VisitState;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.SmallNotice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The model {@code inspection}: each way through it, and its timer. */
@SifangTest
class InspectionProcessTests {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    CaseFile file;

    @Autowired
    InspectionStage stage;

    @Autowired
    InspectionDesk desk;

    @Autowired
    VisitDesk visitDesk;

    @Autowired
    DutyDesk duties;

    @Autowired
    Draws draws;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void end() {
        stage.close();
    }

    private ProcessInstance instance(Inspection inspection) {
        return file.instance("inspection", inspection.id());
    }

    private long findings(UUID visit) {
        return jdbc.sql("select count(*) from finding where source_id = :visit")
                .param("visit", visit)
                .query(Long.class)
                .single();
    }

    @Test
    void drawnVisitedConfirmedAndHandedOver() {
        Inspection inspection = stage.planned(WEEK, false, 2, "150523-H1", "150523-U1", "150523-U2");
        assertThat(inspection.state()).isEqualTo(InspectionState.PLANNED);
        assertThat(draws.of(inspection.id())).hasSize(1);
        assertThat(instance(inspection)).isWaitingAt("Task_ConfirmDraw");

        stage.complete(inspection.id(), "Task_ConfirmDraw", "city.officer", Map.of("decision", "CONFIRM"));
        assertThat(instance(inspection)).isWaitingAt("Task_MakeVisits");
        List<Visit> visits = stage.visits(inspection);
        assertThat(visits).hasSize(2).allSatisfy(visit -> {
            assertThat(visit.inspectors()).containsExactlyInAnyOrder("inspector", "inspector2");
            assertThat(visit.state()).isEqualTo(VisitState.PLANNED);
        });
        assertThat(file.told(visits.get(0).id(), "visit.assigned")).containsExactly("inspector", "inspector2");

        stage.make(visits.get(0), "guide-held", "supplies-enough");
        assertThat(instance(inspection)).isWaitingAt("Task_MakeVisits");
        stage.make(visits.get(1));
        assertThat(instance(inspection)).isWaitingAt("Task_ConfirmFindings");
        assertThat(stage.now(inspection.id()).state()).isEqualTo(InspectionState.REVIEW);
        assertThat(findings(visits.get(0).id())).isZero();

        stage.complete(inspection.id(), "Task_ConfirmFindings", "city.leader", Map.of("decision", "CONFIRM"));

        assertThat(instance(inspection)).isEnded();
        assertThat(instance(inspection)).hasPassed("Task_OpenVisits", "Task_HandOverFindings", "End_HandedOver");
        assertThat(instance(inspection)).hasNotPassed("Task_MarkVisitsOverdue", "Task_CancelVisits");
        assertThat(stage.now(inspection.id()).state()).isEqualTo(InspectionState.HANDED_OVER);
        assertThat(findings(visits.get(0).id())).isEqualTo(2);
        assertThat(findings(visits.get(1).id())).isZero();
        assertThat(file.tasks(inspection.id())).isEmpty();
    }

    @Test
    void aDrawThatIsThrownAwayStaysOnRecordWithItsReason() {
        Inspection inspection = stage.planned(WEEK, false, 1, "150523-H1", "150523-U1");
        assertThatThrownBy(() -> stage.complete(
                        inspection.id(), "Task_ConfirmDraw", "city.officer", Map.of("decision", "AGAIN")))
                .isInstanceOf(FaultsException.class);

        stage.complete(
                inspection.id(),
                "Task_ConfirmDraw",
                "city.officer",
                Map.of("decision", "AGAIN", "reason", "被抽中单位停业", "size", 2));

        assertThat(instance(inspection)).isWaitingAt("Task_ConfirmDraw");
        assertThat(draws.of(inspection.id())).hasSize(2);
        assertThat(draws.of(inspection.id()).get(0).reason()).isEqualTo("被抽中单位停业");
        assertThat(draws.of(inspection.id()).get(0).result()).hasSize(2);
        assertThat(file.actions(inspection.id(), "inspection.drawn")).hasSize(2);
        draws.of(inspection.id())
                .forEach(draw -> assertThat(draws.repeat(inspection.id(), draw.id())
                                .orElseThrow()
                                .same())
                        .isTrue());
    }

    @Test
    void theTimerOfTheVisitsSpeaksAtItsInstantNotBefore() {
        Inspection inspection = stage.visiting(Duration.ofHours(48), "150523-H1", "150523-U1");
        Instant due = inspection.dueAt();
        assertThat(file.timers(instance(inspection))).containsExactly(due);
        stage.make(stage.visits(inspection).get(0));

        file.until(due.minusSeconds(1));
        assertThat(stage.visits(inspection)).allMatch(visit -> visit.overdueAt() == null);

        file.until(due);
        assertThat(stage.visits(inspection).get(0).overdueAt()).isNull();
        Visit late = stage.visits(inspection).get(1);
        assertThat(late.overdueAt()).isEqualTo(due);
        assertThat(file.told(late.id(), "visit.overdue"))
                .contains("inspector", "inspector2", "city.leader")
                .doesNotHaveDuplicates();
        assertThat(instance(inspection)).isWaitingAt("Task_MakeVisits");
        assertThat(instance(inspection)).hasPassed("Event_VisitsOverdue", "Task_MarkVisitsOverdue");

        file.until(due.plusSeconds(3_600));
        stage.make(stage.visits(inspection).get(1));
        assertThat(instance(inspection)).isWaitingAt("Task_ConfirmFindings");
        assertThat(stage.visits(inspection).get(1).overdueAt()).isEqualTo(due);
        assertThat(file.actions(late.id(), "visit.overdue")).hasSize(1);
    }

    @Test
    void theTimerIsMadeUpForAfterDowntimeAndNeverComesWhenAllIsDone() {
        Inspection down = stage.visiting(Duration.ofHours(4), "150523-H1");
        Inspection done = stage.visiting(Duration.ofHours(4), "150523-U1");
        stage.make(stage.visits(done).get(0));
        assertThat(file.timers(instance(done))).isEmpty();
        Instant back = down.dueAt().plus(Duration.ofHours(2));

        file.downUntil(back);

        assertThat(stage.visits(down).get(0).overdueAt()).isEqualTo(back);
        assertThat(stage.visits(done).get(0).overdueAt()).isNull();
    }

    @Test
    void whatALeaderSendsBackIsVisitedAgainByAnotherDeadline() {
        Inspection inspection = stage.visiting(WEEK, "150523-H1", "150523-U1");
        stage.visits(inspection).forEach(visit -> stage.make(visit));
        Visit first = stage.visits(inspection).get(0);
        LocalDateTime again =
                LocalDateTime.ofInstant(file.now().plus(Duration.ofDays(9)), java.time.ZoneId.of("Asia/Shanghai"));

        assertThatThrownBy(() -> stage.complete(
                        inspection.id(), "Task_ConfirmFindings", "city.leader", Map.of("decision", "RETURN")))
                .isInstanceOf(FaultsException.class);
        stage.complete(
                inspection.id(),
                "Task_ConfirmFindings",
                "city.leader",
                Map.of(
                        "decision",
                        "RETURN",
                        "remark",
                        "物资数量未核对",
                        "dueAt",
                        again.withNano(0).toString(),
                        "visits",
                        List.of(first.id().toString())));

        assertThat(instance(inspection)).isWaitingAt("Task_MakeVisits");
        assertThat(stage.visits(inspection))
                .extracting(Visit::state)
                .containsExactly(VisitState.STARTED, VisitState.DONE);
        assertThat(file.timers(instance(inspection)))
                .containsExactly(stage.now(inspection.id()).dueAt());
        stage.make(stage.visits(inspection).get(0), "room-set");
        stage.complete(inspection.id(), "Task_ConfirmFindings", "city.leader", Map.of("decision", "CONFIRM"));
        assertThat(instance(inspection)).isEnded();
        assertThat(findings(first.id())).isEqualTo(1);
    }

    @Test
    void visitsCanBeEndedEarlyOnlyWithAReason() {
        Inspection inspection = stage.visiting(WEEK, "150523-H1", "150523-U1");
        stage.make(stage.visits(inspection).get(0));
        assertThatThrownBy(() -> stage.complete(inspection.id(), "Task_MakeVisits", "inspector", Map.of()))
                .isInstanceOf(FaultsException.class);

        stage.complete(inspection.id(), "Task_MakeVisits", "inspector", Map.of("reason", "单位已停业"));

        assertThat(instance(inspection)).isWaitingAt("Task_ConfirmFindings");
        assertThat(stage.visits(inspection))
                .extracting(Visit::state)
                .containsExactly(VisitState.DONE, VisitState.CANCELLED);
    }

    @Test
    void oneThatIsCalledOffEndsEverywhere() {
        Inspection inspection = stage.visiting(WEEK, "150523-H1");

        desk.cancel(inspection.id(), "与上级检查重复", file.actor("city.leader"), file.now());

        assertThat(instance(inspection)).isEnded();
        assertThat(instance(inspection)).hasPassed("Task_CancelVisits", "End_Cancelled");
        assertThat(instance(inspection)).hasNotPassed("Task_HandOverFindings");
        assertThat(stage.visits(inspection)).extracting(Visit::state).containsExactly(VisitState.CANCELLED);
        assertThat(file.tasks(inspection.id())).isEmpty();
        Visit visit = stage.visits(inspection).get(0);
        assertThatThrownBy(() -> visitDesk.start(visit.id(), file.actor("inspector"), file.now()))
                .isInstanceOf(StateConflictException.class);
    }

    @Test
    void aDutyToInspectIsPlannedWhenReceivedAndMetWhenHandedOver() {
        NoticeView notice = file.issue(SmallNotice.to("150523", "150523-HEALTH", "150523-H1")
                .kind(ObligationKind.INSPECTION)
                .due(file.now().plus(Duration.ofDays(5))));
        Duty duty = file.duty(notice, "150523-HEALTH");
        duties.receive(duty.id(), null, null, file.actor("150523.health"));
        Inspection inspection = stage.mine(stage.ofDuty(duty.id()));
        assertThat(inspection.checklist().code()).isEqualTo("infection-control");
        assertThat(inspection.clauseText()).isEqualTo("按时落实并报告。");
        assertThat(inspection.dueAt()).isEqualTo(duty.dueAt().minus(Duration.ofHours(24)));

        stage.complete(inspection.id(), "Task_ConfirmDraw", "150523.health", Map.of("decision", "CONFIRM"));
        assertThatThrownBy(() -> duties.submit(duty.id(), null, "已检查", file.actor("150523.health")))
                .isInstanceOf(FaultsException.class);
        assertThat(stage.visits(inspection)).extracting(Visit::organization).containsExactly("150523-H1");
        Visit visit = stage.visits(inspection).get(0);
        stage.make(visit, "triage");
        stage.complete(inspection.id(), "Task_ConfirmFindings", "150523.health", Map.of("decision", "CONFIRM"));

        assertThat(file.duty(notice, "150523-HEALTH").state()).isEqualTo(DutyState.SUBMITTED);
        Map<String, Object> finding = jdbc.sql("select * from finding where source_id = :visit")
                .param("visit", visit.id())
                .query()
                .singleRow();
        assertThat(finding)
                .containsEntry("notice", notice.id())
                .containsEntry("clause", "一")
                .containsEntry("clause_text", "按时落实并报告。")
                .containsEntry("organization", "150523-H1")
                .containsEntry("orderer", "150523-HEALTH")
                .containsEntry("item", "triage")
                .containsEntry("severity", "SEVERE");
    }

    @Test
    void withTheNoticeEndsWhatItOrdered() {
        NoticeView notice = file.issue(SmallNotice.to("150523", "150523-HEALTH", "150523-H1")
                .kind(ObligationKind.INSPECTION)
                .due(file.now().plus(Duration.ofDays(5))));
        Duty duty = file.duty(notice, "150523-HEALTH");
        duties.receive(duty.id(), null, null, file.actor("150523.health"));
        Inspection inspection = stage.ofDuty(duty.id());

        file.close();

        assertThat(stage.now(inspection.id()).state()).isEqualTo(InspectionState.CANCELLED);
        assertThat(instance(inspection)).isEnded();
    }

    @Test
    void nobodyElseFillsInAVisitOrConfirms() {
        Inspection inspection = stage.visiting(WEEK, "150523-H1");
        Visit visit = stage.visits(inspection).get(0);
        for (String other : List.of("city.officer", "150523.officer", "150400.inspector")) {
            assertThatThrownBy(() -> visitDesk.start(visit.id(), file.actor(other), file.now()))
                    .isInstanceOf(AccessDeniedException.class);
        }
        stage.make(visit);
        assertThatThrownBy(() -> desk.confirm(inspection.id(), null, file.actor("inspector"), file.now()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> stage.complete(
                        inspection.id(), "Task_ConfirmFindings", "city.officer", Map.of("decision", "CONFIRM")))
                .isInstanceOf(AccessDeniedException.class);
    }
}
