package org.sifang.emergency.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sifang.SifangTest;
import org.sifang.emergency.Branch;
import org.sifang.emergency.BranchView;
import org.sifang.emergency.Emergency;
import org.sifang.emergency.EmergencyClocks;
import org.sifang.emergency.EmergencyStage;
import org.sifang.emergency.EmergencyState;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.sifang.notice.SmallNotice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A positive: everything side by side, each with its clock, and all of it taken back when it was none. */
@SifangTest
class EmergencyResponseProcessTests {

    private static final String COUNTY = "150523";
    private static final String HEALTH = COUNTY + ".health";
    private static final String OFFICER = COUNTY + ".officer";
    private static final String HOSPITAL = COUNTY + "-H1";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Autowired
    CaseFile file;

    @Autowired
    EmergencyStage stage;

    @Autowired
    EmergencyClocks clocks;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private Emergency positive() {
        NoticeView notice = file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(60))));
        return stage.positive(notice, COUNTY);
    }

    private ProcessInstance instance(Emergency emergency) {
        return file.instance("emergency-response", emergency.id());
    }

    private String clock(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneId.of("Asia/Shanghai"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private BranchView branch(Emergency emergency, Branch branch) {
        return stage.now(emergency.id()).branch(branch).orElseThrow();
    }

    private void report(Emergency emergency) {
        stage.complete(
                emergency,
                "Task_ReportPositive",
                HEALTH,
                Map.of("reportNumber", "WB-2027-0001", "reportedAt", clock(file.now())));
    }

    private void depart(Emergency emergency) {
        stage.complete(
                emergency,
                "Task_ArrangeTransfer",
                HEALTH,
                Map.of("hospital", HOSPITAL, "departedAt", clock(file.now()), "vehicle", "负压救护车 1 号"));
    }

    private void receive(Emergency emergency) {
        stage.complete(
                emergency,
                "Task_ReceivePatient",
                COUNTY + ".h1",
                Map.of("arrivedAt", clock(file.now()), "handedTo", "感染科值班医生"));
    }

    private void noContacts(Emergency emergency) {
        stage.complete(emergency, "Task_TraceContacts", OFFICER, Map.of("outcome", "NOBODY", "basis", "入境后全程闭环管理"));
    }

    private void informUnit(Emergency emergency) {
        stage.complete(
                emergency,
                "Task_InformUnit",
                OFFICER,
                Map.of(
                        "outcome", "INFORMED",
                        "unit", "示例食品厂",
                        "channel", "PHONE",
                        "toRole", "防控联络员",
                        "informedAt", clock(file.now())));
    }

    private void closeSites(Emergency emergency) {
        stage.complete(
                emergency,
                "Task_CloseSites",
                OFFICER,
                Map.of("outcome", "CLOSE", "sites", "示例超市\n示例食堂", "closedAt", clock(file.now())));
    }

    private void disinfect(Emergency emergency) {
        stage.complete(
                emergency,
                "Task_DisinfectSites",
                OFFICER,
                Map.of("disinfectedBy", "县消杀队", "disinfectedAt", clock(file.now())));
    }

    private void reopen(Emergency emergency) {
        stage.complete(
                emergency,
                "Task_ReopenSites",
                OFFICER,
                Map.of("outcome", "REOPEN", "reopenedAt", clock(file.now()), "basis", "环境采样全部阴性"));
    }

    @Test
    void everythingBeginsSideBySideWithItsClock() {
        Emergency emergency = positive();

        assertThat(file.tasks(emergency.id()))
                .containsExactly(
                        "Task_ArrangeTransfer",
                        "Task_CloseSites",
                        "Task_InformUnit",
                        "Task_ReportPositive",
                        "Task_TraceContacts");
        Instant opened = emergency.openedAt();
        assertThat(file.timers(instance(emergency)))
                .containsExactlyElementsOf(
                        List.of(clocks.report(), clocks.unit(), clocks.transfer(), clocks.sites(), clocks.contacts())
                                .stream()
                                .map(opened::plus)
                                .sorted()
                                .toList());
        assertThat(branch(emergency, Branch.REPORT).dueAt()).isEqualTo(opened.plus(Duration.ofHours(2)));
        assertThat(file.told(emergency.id(), "emergency.opened")).contains(OFFICER, HEALTH, "150500.health");
    }

    @Test
    void whenAllBranchesAreDoneTheEmergencyIs() {
        Emergency emergency = positive();
        report(emergency);
        depart(emergency);
        assertThat(file.told(emergency.id(), "emergency.onItsWay")).containsExactly(COUNTY + ".h1");
        receive(emergency);
        noContacts(emergency);
        informUnit(emergency);
        closeSites(emergency);
        disinfect(emergency);
        assertThat(stage.now(emergency.id()).state()).isEqualTo(EmergencyState.OPEN);
        reopen(emergency);

        Emergency done = stage.now(emergency.id());
        assertThat(done.state()).isEqualTo(EmergencyState.DONE);
        assertThat(done.branches())
                .allSatisfy(branch -> assertThat(branch.state()).isEqualTo("DONE"));
        assertThat(done.hospital()).isEqualTo(HOSPITAL);
        assertThat(instance(emergency)).hasPassed("Task_FinishEmergency", "End_Emergency");
        assertThat(instance(emergency)).hasNotPassed("Task_MarkReportOverdue", "Task_EndBranches");
        assertThat(file.actions(emergency.personCase(), "case.emergency.%"))
                .containsExactly("case.emergency.opened", "case.emergency.done");
    }

    @Test
    void withoutASiteNothingIsDisinfectedOrReopened() {
        Emergency emergency = positive();
        stage.complete(emergency, "Task_CloseSites", OFFICER, Map.of("outcome", "NOTHING", "basis", "全程居家"));
        report(emergency);
        depart(emergency);
        receive(emergency);
        noContacts(emergency);
        stage.complete(emergency, "Task_InformUnit", OFFICER, Map.of("outcome", "NONE", "basis", "退休"));

        assertThat(stage.now(emergency.id()).state()).isEqualTo(EmergencyState.DONE);
        assertThat(instance(emergency)).hasNotPassed("Task_DisinfectSites", "Task_ReopenSites");
    }

    /** The five clocks that begin with the positive. */
    @ParameterizedTest
    @EnumSource(value = Branch.class, names = "REOPENING", mode = EnumSource.Mode.EXCLUDE)
    void aClockRunsOutAtItsInstantAndNotASecondBefore(Branch late) {
        Emergency emergency = positive();
        Instant due = branch(emergency, late).dueAt();

        file.until(due.minus(SECOND));
        assertThat(branch(emergency, late).state()).isEqualTo("OPEN");

        file.until(due);
        assertThat(branch(emergency, late).state()).isEqualTo("OVERDUE");
        assertThat(branch(emergency, late).overdueAt()).isEqualTo(due);

        file.until(due.plus(SECOND));
        assertThat(branch(emergency, late).overdueAt()).isEqualTo(due);
        assertThat(stage.now(emergency.id()).state()).isEqualTo(EmergencyState.OPEN);
    }

    @Test
    void theReportsClockTellsTheHealthLeadersOfCountyAndCityAndTheReportIsStillTaken() {
        Emergency emergency = positive();
        file.until(emergency.openedAt().plus(clocks.report()));

        assertThat(file.told(emergency.id(), "emergency.overdue"))
                .contains(HEALTH, "150500.health", COUNTY + ".leader");
        assertThat(file.tasks(emergency.id())).contains("Task_ReportPositive");
        report(emergency);
        assertThat(branch(emergency, Branch.REPORT).state()).isEqualTo("LATE");
    }

    @Test
    void aBranchThatIsDoneInTimeIsNotMarked() {
        Emergency emergency = positive();
        report(emergency);
        file.until(emergency.openedAt().plus(clocks.report()).plus(SECOND));

        assertThat(branch(emergency, Branch.REPORT).state()).isEqualTo("DONE");
        assertThat(instance(emergency)).hasNotPassed("Task_MarkReportOverdue");
    }

    @Test
    void theReopeningsClockBeginsWithTheDisinfection() {
        Emergency emergency = positive();
        file.later(Duration.ofHours(1));
        closeSites(emergency);
        disinfect(emergency);
        Instant due = file.now().plus(clocks.reopening());
        assertThat(branch(emergency, Branch.REOPENING).dueAt()).isEqualTo(due);

        file.until(due.minus(SECOND));
        assertThat(branch(emergency, Branch.REOPENING).state()).isEqualTo("OPEN");
        file.until(due);
        assertThat(branch(emergency, Branch.REOPENING).state()).isEqualTo("OVERDUE");
        file.until(due.plus(SECOND));
        reopen(emergency);
        assertThat(branch(emergency, Branch.REOPENING).state()).isEqualTo("LATE");
    }

    @Test
    void clocksThatRanOutWhileTheHouseWasDownAreMarkedOnceWhenItIsBack() {
        Emergency emergency = positive();
        Instant back = emergency.openedAt().plus(Duration.ofHours(30));

        file.downUntil(back);

        for (Branch branch : List.of(Branch.REPORT, Branch.TRANSFER, Branch.CONTACTS, Branch.UNIT, Branch.SITES)) {
            assertThat(branch(emergency, branch).overdueAt()).as(branch.name()).isEqualTo(back);
        }
        assertThat(file.actions(emergency.id(), "emergency.overdue")).hasSize(5);
    }

    @Test
    void aCorrectedPositiveEndsWhatIsOpenAndTellsEverybodyWhoActed() {
        Emergency emergency = positive();
        report(emergency);
        depart(emergency);

        stage.corrected(emergency, TestResult.NEGATIVE, file.now());

        Emergency over = stage.now(emergency.id());
        assertThat(over.state()).isEqualTo(EmergencyState.STOOD_DOWN);
        assertThat(branch(emergency, Branch.REPORT).state()).isEqualTo("DONE");
        assertThat(branch(emergency, Branch.TRANSFER).state()).isEqualTo("ENDED");
        assertThat(file.tasks(emergency.id())).isEmpty();
        assertThat(file.told(emergency.id(), "emergency.stoodDown"))
                .contains(HEALTH, OFFICER, COUNTY + ".h1", "150500.health")
                .doesNotHaveDuplicates();
        assertThat(instance(emergency)).hasPassed("Start_StandDown", "Task_EndBranches", "End_StandDown");
        assertThat(instance(emergency)).hasNotPassed("Task_FinishEmergency");
    }

    @Test
    void aCorrectionOfSomethingElseChangesNothing() {
        Emergency emergency = positive();

        stage.corrected(emergency, TestResult.POSITIVE, file.now());

        assertThat(stage.now(emergency.id()).state()).isEqualTo(EmergencyState.OPEN);
    }

    @Test
    void aCorrectionAfterTheEndIsStillTold() {
        Emergency emergency = positive();
        stage.complete(emergency, "Task_CloseSites", OFFICER, Map.of("outcome", "NOTHING", "basis", "全程居家"));
        report(emergency);
        depart(emergency);
        receive(emergency);
        noContacts(emergency);
        informUnit(emergency);

        stage.corrected(emergency, TestResult.NEGATIVE, file.now());

        assertThat(stage.now(emergency.id()).state()).isEqualTo(EmergencyState.STOOD_DOWN);
        assertThat(file.told(emergency.id(), "emergency.stoodDown")).contains(HEALTH, OFFICER);
    }

    @Test
    void whatPeopleTypeIsJudged() {
        Emergency emergency = positive();

        Function<Map<String, Object>, List<String>> faults = values -> {
            try {
                stage.complete(emergency, "Task_ArrangeTransfer", HEALTH, values);
                return List.of();
            } catch (FaultsException refused) {
                return refused.faults().stream()
                        .map(fault -> fault.path() + " " + fault.code())
                        .toList();
            }
        };
        assertThat(faults.apply(Map.of(
                        "hospital",
                        "150402-H1",
                        "departedAt",
                        clock(file.now().plus(Duration.ofHours(1))),
                        "vehicle",
                        "司机 19900000001")))
                .containsExactlyInAnyOrder(
                        "hospital fault.emergency.hospital",
                        "departedAt fault.emergency.future",
                        "vehicle fault.emergency.personal");
        assertThatThrownBy(() -> stage.complete(emergency, "Task_TraceContacts", OFFICER, Map.of("outcome", "TRACED")))
                .isInstanceOf(FaultsException.class);
    }

    @Test
    void eachTaskIsForItsGroupOnly() {
        Emergency emergency = positive();
        Map<String, Object> values = Map.of("reportNumber", "WB-2027-0001", "reportedAt", clock(file.now()));

        assertThatThrownBy(() -> stage.complete(emergency, "Task_ReportPositive", OFFICER, values))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> stage.complete(emergency, "Task_ReportPositive", "150524.health", values))
                .isInstanceOf(RuntimeException.class);
        assertThat(branch(emergency, Branch.REPORT).state()).isEqualTo("OPEN");
    }
}
