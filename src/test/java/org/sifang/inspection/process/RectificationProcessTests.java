package org.sifang.inspection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingStage;
import org.sifang.inspection.FindingState;
import org.sifang.inspection.RectificationCourse;
import org.sifang.inspection.RectificationDesk;
import org.sifang.inspection.RectificationSettings;
import org.sifang.inspection.Severity;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.CaseFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A finding from its being found to its being struck off, with every way back and every clock. */
@SifangTest
class RectificationProcessTests {

    private static final String UNIT = "150502-H1";
    private static final String CONTACT = "150502.h1";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Autowired
    CaseFile file;

    @Autowired
    FindingStage stage;

    @Autowired
    RectificationDesk desk;

    @Autowired
    RectificationCourse course;

    @Autowired
    RectificationSettings settings;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private Finding found(String item) {
        return stage.found(stage.notice("150502"), UNIT, item);
    }

    private ProcessInstance instance(Finding finding) {
        return file.instance("rectification", finding.id());
    }

    private Instant in(Duration span) {
        return file.now().plus(span);
    }

    private Instant dueOfTask(Finding finding, String task) {
        return jdbc.sql(
                        "select due_at from work_item where subject = :id and task_key = :task and completed_at is null")
                .param("id", finding.id())
                .param("task", task)
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    @Test
    void aFindingIsOrderedAnsweredRecheckedAndStruckOff() {
        Finding finding = found("straight");
        assertThat(finding.state()).isEqualTo(FindingState.OPEN);
        assertThat(file.tasks(finding.id())).containsExactly("Task_OrderRectification");
        assertThat(file.told(finding.id(), "finding.recorded")).contains("city.leader");

        Instant dueAt = in(Duration.ofDays(7));
        stage.order(finding, dueAt);
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.ORDERED);
        assertThat(stage.now(finding).dueAt()).isEqualTo(dueAt);
        assertThat(file.timers(instance(finding))).containsExactly(dueAt);
        assertThat(dueOfTask(finding, "Task_SubmitEvidence")).isEqualTo(dueAt);
        assertThat(file.told(finding.id(), "finding.ordered")).containsExactly(CONTACT);

        stage.submit(finding, CONTACT);
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.EVIDENCE);
        assertThat(file.timers(instance(finding))).containsExactly(in(settings.recheckWithin()));

        stage.name(finding, "inspector2");
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.RECHECK);
        assertThat(file.told(finding.id(), "finding.toRecheck")).containsExactly("inspector2");

        stage.close(finding, "inspector2");
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.CLOSED);
        assertThat(stage.now(finding).closedAt()).isEqualTo(file.now());
        assertThat(instance(finding))
                .isEnded()
                .hasPassedInOrder(
                        "Task_OrderRectification",
                        "Task_SubmitEvidence",
                        "Task_NameRechecker",
                        "Task_RecheckRectification",
                        "End_Closed")
                .hasNotPassed("Task_MarkRectificationOverdue", "Task_RemindOrder", "Task_RemindRecheck");
        assertThat(file.actions(finding.id(), "finding.%"))
                .containsExactly(
                        "finding.recorded",
                        "finding.ordered",
                        "finding.evidence",
                        "finding.recheckerNamed",
                        "finding.closed");
        assertThat(stage.breaches(finding)).isZero();
    }

    @Test
    void sentBackItsClockLivesAgain() {
        Finding finding = found("again");
        stage.order(finding, in(Duration.ofDays(2)));
        stage.submit(finding, CONTACT);
        stage.name(finding, "inspector2");
        Instant second = in(Duration.ofDays(4));
        stage.sendBack(finding, "inspector2", second);

        Finding again = stage.now(finding);
        assertThat(again.state()).isEqualTo(FindingState.ORDERED);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.dueAt()).isEqualTo(second);
        assertThat(again.rechecker()).isNull();
        assertThat(file.timers(instance(finding))).containsExactly(second);
        assertThat(file.tasks(finding.id())).containsExactly("Task_SubmitEvidence");

        file.until(second);
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.OVERDUE);
        assertThat(stage.breaches(finding)).isOne();
    }

    @Test
    void theDeadlineIsABreachAtItsInstantNotBefore() {
        Finding finding = found("overdue");
        Instant dueAt = in(Duration.ofDays(3));
        stage.order(finding, dueAt);

        file.until(dueAt.minus(SECOND));
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.ORDERED);
        assertThat(stage.breaches(finding)).isZero();

        file.until(dueAt);
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.OVERDUE);
        assertThat(stage.now(finding).overdueAt()).isEqualTo(dueAt);
        assertThat(stage.breaches(finding)).isOne();
        assertThat(file.told(finding.id(), "finding.overdue")).contains(CONTACT, "city.leader", "city.officer");
        assertThat(instance(finding)).isNotEnded().isWaitingAt("Task_SubmitEvidence");

        course.markOverdue(finding.id(), dueAt.plus(SECOND));
        file.until(dueAt.plus(Duration.ofDays(1)));
        assertThat(stage.breaches(finding)).isOne();
    }

    @Test
    void everyMissedDeadlineIsABreachOfItsOwn() {
        Finding finding = found("twice");
        Instant first = in(Duration.ofDays(1));
        stage.order(finding, first);
        file.until(first);
        stage.submit(finding, CONTACT);
        assertThat(file.actions(finding.id(), "finding.evidence%")).containsExactly("finding.evidenceLate");
        stage.name(finding, "inspector2");
        Instant second = in(Duration.ofDays(1));
        stage.sendBack(finding, "inspector2", second);
        file.until(second);

        assertThat(stage.breaches(finding)).isEqualTo(2);
        assertThat(file.actions(finding.id(), "finding.overdue")).hasSize(2);
    }

    @Test
    void aDeadlineThatPassedWhileNothingRanIsMadeUpForOnce() {
        Finding finding = found("downtime");
        Instant dueAt = in(Duration.ofDays(2));
        stage.order(finding, dueAt);

        file.downUntil(dueAt.plus(Duration.ofHours(7)));
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.OVERDUE);
        assertThat(stage.breaches(finding)).isOne();
    }

    @Test
    void evidenceInTimeStopsTheClock() {
        Finding finding = found("intime");
        Instant dueAt = in(Duration.ofDays(2));
        stage.order(finding, dueAt);
        stage.submit(finding, CONTACT);
        file.until(dueAt.plus(SECOND));

        assertThat(stage.now(finding).state()).isEqualTo(FindingState.EVIDENCE);
        assertThat(stage.breaches(finding)).isZero();
    }

    @Test
    void whoShouldOrderIsRemindedOnce() {
        Finding finding = found("order");
        Instant remind = in(settings.orderWithin());
        assertThat(file.timers(instance(finding))).containsExactly(remind);
        assertThat(dueOfTask(finding, "Task_OrderRectification")).isEqualTo(remind);

        file.until(remind.minus(SECOND));
        assertThat(file.told(finding.id(), "finding.orderReminder")).isEmpty();
        file.until(remind);
        assertThat(file.told(finding.id(), "finding.orderReminder")).containsOnlyOnce("city.leader");
        file.later(Duration.ofDays(3));
        assertThat(file.told(finding.id(), "finding.orderReminder")).containsOnlyOnce("city.leader");
        assertThat(instance(finding)).isWaitingAt("Task_OrderRectification");
    }

    @Test
    void aReminderToOrderIsMadeUpForAfterDowntime() {
        Finding finding = found("orderdown");
        file.downUntil(in(settings.orderWithin()).plus(Duration.ofHours(5)));
        assertThat(file.told(finding.id(), "finding.orderReminder")).containsOnlyOnce("city.leader");
    }

    @Test
    void whoShouldRecheckIsRemindedOnce() {
        Finding finding = found("recheck");
        stage.order(finding, in(Duration.ofDays(30)));
        stage.submit(finding, CONTACT);
        Instant remind = in(settings.recheckWithin());
        stage.name(finding, "inspector2");

        file.until(remind.minus(SECOND));
        assertThat(file.told(finding.id(), "finding.recheckReminder")).isEmpty();
        file.until(remind);
        assertThat(file.told(finding.id(), "finding.recheckReminder"))
                .containsOnlyOnce("inspector2")
                .containsOnlyOnce("city.officer");
        assertThat(instance(finding)).isWaitingAt("Task_RecheckRectification");
    }

    @Test
    void aReminderToRecheckIsMadeUpForAfterDowntime() {
        Finding finding = found("recheckdown");
        stage.order(finding, in(Duration.ofDays(30)));
        stage.submit(finding, CONTACT);
        file.downUntil(in(settings.recheckWithin()).plus(Duration.ofHours(5)));
        assertThat(file.told(finding.id(), "finding.recheckReminder")).containsOnlyOnce("city.officer");
    }

    @Test
    void moreTimeMovesTheLiveTimerAndTheTask() {
        Finding finding = found("extend");
        Instant dueAt = in(Duration.ofDays(2));
        stage.order(finding, dueAt);
        Instant later = dueAt.plus(Duration.ofDays(3));

        assertThatThrownBy(() -> desk.extend(finding.id(), later, "材料未到", file.actor("150502.leader"), file.now()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.extend(finding.id(), dueAt, "材料未到", file.leader(), file.now()))
                .isInstanceOf(FaultsException.class);
        desk.extend(finding.id(), later, "设备到货推迟", file.leader(), file.now());

        assertThat(file.timers(instance(finding))).containsExactly(later);
        assertThat(dueOfTask(finding, "Task_SubmitEvidence")).isEqualTo(later);
        file.until(dueAt);
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.ORDERED);
        file.until(later);
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.OVERDUE);
        assertThat(stage.breaches(finding)).isOne();
    }

    @Test
    void neitherTheFinderNorAnybodyOfTheOrganisationRechecks() {
        Finding finding = found("guard");
        stage.order(finding, in(Duration.ofDays(2)));
        stage.submit(finding, CONTACT);
        assertThat(desk.recheckers(finding.id()))
                .extracting(officer -> officer.username())
                .contains("inspector2", "city.officer")
                .doesNotContain("inspector", CONTACT);
        for (String refused : java.util.List.of("inspector", CONTACT)) {
            assertThatThrownBy(() -> stage.name(finding, refused)).isInstanceOf(FaultsException.class);
        }
        stage.name(finding, "inspector2");
        for (String refused : java.util.List.of("inspector", CONTACT)) {
            assertThatThrownBy(() -> desk.recheck(finding.id(), true, "已看过", null, file.actor(refused), file.now()))
                    .asInstanceOf(type(FaultsException.class))
                    .extracting(FaultsException::faults)
                    .asString()
                    .contains("fault.inspection.rechecker");
        }
        assertThatThrownBy(() -> stage.close(finding, CONTACT)).isNotNull();
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.RECHECK);
    }

    @Test
    void theSameItemAgainIsARepeatedFinding() {
        Finding first = stage.found(null, UNIT, "repeated");
        stage.mended(first, CONTACT);
        Finding second = stage.found(null, UNIT, "repeated");
        Finding elsewhere = stage.found(null, "150523-H1", "repeated");
        Finding other = stage.found(null, UNIT, "another");

        assertThat(second.repeatOf()).isEqualTo(first.id());
        assertThat(file.actions(second.id(), "finding.%")).containsExactly("finding.repeated");
        assertThat(elsewhere.repeated()).isFalse();
        assertThat(other.repeated()).isFalse();
    }

    @Test
    void aRepeatedFindingWeighsMoreWhenItIsOverdue() {
        Finding first = stage.found(null, UNIT, "weight", Severity.MINOR);
        stage.mended(first, CONTACT);
        Finding second = stage.found(null, UNIT, "weight", Severity.MINOR);
        stage.order(second, in(Duration.ofHours(1)));
        file.later(Duration.ofHours(1));

        assertThat(jdbc.sql("select severity from breach where subject = :id")
                        .param("id", second.id())
                        .query(String.class)
                        .single())
                .isEqualTo("SERIOUS");
    }

    @Test
    void everyStepAsksForItsStateAndForWords() {
        Finding finding = found("states");
        assertThatThrownBy(() -> desk.submitEvidence(finding.id(), "已改", file.actor(CONTACT), file.now()))
                .isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> stage.order(finding, file.now())).isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> stage.complete(
                        finding,
                        "Task_OrderRectification",
                        "city.leader",
                        Map.of("dueAt", in(Duration.ofDays(1)).toString(), "instruction", "联系 19900000001")))
                .isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> stage.complete(
                        finding,
                        "Task_OrderRectification",
                        "150502.leader",
                        Map.of("dueAt", in(Duration.ofDays(1)).toString(), "instruction", "尽快整改")))
                .isNotNull();
        assertThat(stage.now(finding).state()).isEqualTo(FindingState.OPEN);
    }
}
