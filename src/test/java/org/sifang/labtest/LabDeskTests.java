package org.sifang.labtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.CaseTests;
import org.sifang.isolation.TestDecided;
import org.sifang.isolation.TestOutcome;
import org.sifang.isolation.TestResult;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.labtest.LabStage.Somebody;
import org.sifang.labtest.Sampling.Sample;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Payer;
import org.sifang.person.IdentityNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What laboratories and those who take samples may say of a test, and what is made of it. */
@SifangTest
class LabDeskTests {

    @Autowired
    LabStage stage;

    @Autowired
    Sampling sampling;

    @Autowired
    LabDesk desk;

    @Autowired
    LabTests tests;

    @Autowired
    Pools pools;

    @Autowired
    OverdueTests overdue;

    @Autowired
    CaseTests port;

    @Autowired
    Journal journal;

    @Autowired
    CaseFile file;

    @Autowired
    JdbcClient jdbc;

    private List<String> faults(Runnable said) {
        try {
            said.run();
        } catch (FaultsException refused) {
            return refused.faults().stream().map(Fault::path).toList();
        }
        return List.of();
    }

    @Test
    void everythingWrongWithASampleIsSaidAtOnce() {
        LabTest test = stage.ordered(stage.found());

        assertThat(faults(() -> sampling.take(
                        test.id(),
                        new Sample(stage.now().plus(Duration.ofHours(1)), "无", IdentityNumbers.of(1), false, "穷"),
                        stage.carer(),
                        stage.now())))
                .containsExactly("sample", "sampledAt", "laboratory", "exemptReason");
        String number = LabStage.freshSample();
        stage.sampled(test, number, false);
        LabTest other = stage.ordered(stage.found());
        assertThat(faults(() -> stage.sampled(other, number, false))).containsExactly("sample");
        assertThat(faults(() -> stage.sampled(other, number, true))).containsExactly("sample");
        assertThatExceptionOfType(StateConflictException.class).isThrownBy(() -> stage.sampled(test));
    }

    @Test
    void whoeverCannotPayNeedNotAndItIsKnownWhoSaidSo() {
        Somebody somebody = stage.found();
        LabTest test = stage.ordered(somebody);
        sampling.take(
                test.id(),
                new Sample(stage.now(), LabStage.LABORATORY, LabStage.freshSample(), false, "低保户，证号150502199001010011"),
                stage.carer(),
                stage.now());

        LabTest exempt = tests.require(test.id());
        assertThat(exempt.exemption()).isNotNull();
        if (exempt.exemption() != null) {
            assertThat(exempt.exemption().by()).isEqualTo("150502.officer");
            assertThat(exempt.exemption().reason()).isEqualTo("低保户，证号…");
        }
        assertThat(journal.allAbout(somebody.caseId().toString()))
                .extracting(JournalEntryView::action)
                .contains("labtest.exempted");
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> sampling.exempt(test.id(), "再次申请", stage.carer(), stage.now()));
        LabTest free = stage.ordered(stage.found(), 0, Payer.PUBLIC);
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> sampling.exempt(free.id(), "生活困难", stage.carer(), stage.now()));
    }

    @Test
    void onlyTheLaboratoryItselfAndTheHealthDepartmentsAboveItSpeakForIt() {
        LabTest test = stage.sampled(stage.ordered(stage.found()));
        List<UUID> ids = List.of(test.id());

        for (String stranger : List.of("150521.l1", "lab", "150521.health")) {
            assertThatExceptionOfType(NotFoundException.class)
                    .as(stranger)
                    .isThrownBy(() -> sampling.receive(ids, stage.now(), stage.actor(stranger), stage.now()));
        }
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> sampling.receive(ids, stage.now(), stage.carer(), stage.now()));
        assertThat(sampling.receive(ids, stage.now(), stage.actor("150502.health"), stage.now()))
                .isOne();
        assertThat(sampling.receive(ids, stage.now(), stage.lab(), stage.now())).isZero();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> tests.require(test.id(), stage.actor("150521.l1")));
        assertThat(tests.require(test.id(), stage.actor("150502.l1")).state()).isEqualTo(TestState.DELIVERED);
        desk.record(ids, TestResult.NEGATIVE, stage.now(), stage.actor("api"), Source.PAGE, stage.now());
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> stage.recorded(test, TestResult.NEGATIVE));
    }

    @Test
    void aCorrectionIsAFactOfItsOwn() {
        Somebody somebody = stage.found();
        LabTest test = stage.recorded(stage.delivered(stage.sampled(stage.ordered(somebody))), TestResult.NEGATIVE);

        assertThat(faults(() -> desk.correct(test.id(), TestResult.POSITIVE, null, " ", stage.lab(), stage.now())))
                .containsExactly("reason");
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> desk.correct(test.id(), TestResult.NEGATIVE, null, "复核", stage.lab(), stage.now()));
        desk.correct(test.id(), TestResult.POSITIVE, null, "复核时发现录入错误", stage.lab(), stage.now());

        assertThat(tests.require(test.id()).result()).isEqualTo(TestResult.POSITIVE);
        assertThat(tests.results(List.of(test.id())).get(test.id()))
                .extracting(RecordedResult::result, RecordedResult::before, RecordedResult::reason)
                .containsExactly(
                        tuple(TestResult.NEGATIVE, null, null),
                        tuple(TestResult.POSITIVE, TestResult.NEGATIVE, "复核时发现录入错误"));
        assertThat(stage.decided(test.id()))
                .extracting(TestDecided::result, TestDecided::before)
                .containsExactly(tuple(TestResult.NEGATIVE, null), tuple(TestResult.POSITIVE, TestResult.NEGATIVE));
        assertThat(file.actions(somebody.caseId(), "labtest.corrected")).hasSize(1);
    }

    @Test
    void aResultFoundInvalidHasAnotherTestOrderedForTheSameStep() {
        Somebody somebody = stage.found();
        LabTest test = stage.recorded(stage.delivered(stage.sampled(stage.ordered(somebody))), TestResult.NEGATIVE);

        desk.correct(test.id(), TestResult.INVALID, null, "样本受到污染", stage.lab(), stage.now());

        assertThat(tests.require(test.id()).state()).isEqualTo(TestState.REPLACED);
        List<TestOutcome> outcomes = port.of(List.of(somebody.caseId())).get(somebody.caseId());
        assertThat(outcomes).extracting(TestOutcome::step, TestOutcome::result).containsExactly(tuple(0, null));
        assertThat(outcomes).extracting(TestOutcome::test).doesNotContain(test.id());
    }

    @Test
    void aNegativePoolIsNegativeForEverybodyInIt() {
        String tube = LabStage.freshSample();
        Somebody one = stage.found();
        Somebody another = stage.found();
        LabTest first = stage.sampled(stage.ordered(one), tube, true);
        LabTest second = stage.sampled(stage.ordered(another), tube, true);
        assertThat(first.pool()).isEqualTo(second.pool()).isNotNull();

        stage.recorded(first, TestResult.NEGATIVE);

        assertThat(tests.require(second.id()).result()).isEqualTo(TestResult.NEGATIVE);
        assertThat(tests.results(List.of(second.id())).get(second.id()))
                .extracting(RecordedResult::source)
                .containsExactly(Source.POOL);
        assertThat(stage.stateOf(another.caseId())).isEqualTo("TESTED");
    }

    @Test
    void ofAPositivePoolEachIsTestedAloneAndNobodyIsPositive() {
        String tube = LabStage.freshSample();
        Somebody one = stage.found();
        Somebody another = stage.found();
        LabTest first = stage.sampled(stage.ordered(one), tube, true);
        LabTest second = stage.sampled(stage.ordered(another), tube, true);

        stage.recorded(first, TestResult.POSITIVE);

        for (LabTest member : List.of(first, second)) {
            assertThat(tests.require(member.id()).state()).isEqualTo(TestState.REPLACED);
            assertThat(stage.decided(member.id())).isEmpty();
            assertThat(tests.ofCases(List.of(member.caseId())).get(member.caseId()))
                    .filteredOn(test -> member.id().equals(test.insteadOf()))
                    .singleElement()
                    .satisfies(alone -> {
                        assertThat(alone.state()).isEqualTo(TestState.ORDERED);
                        assertThat(alone.step()).isZero();
                        assertThat(file.tasks(alone.id())).containsExactly("Task_TakeSample");
                    });
        }
        assertThat(stage.stateOf(one.caseId())).isEqualTo("ISOLATED");
    }

    @Test
    void anInvalidPoolIsTakenAgainFromEverybody() {
        String tube = LabStage.freshSample();
        LabTest first = stage.sampled(stage.ordered(stage.found()), tube, true);
        LabTest second = stage.sampled(stage.ordered(stage.found()), tube, true);

        stage.recorded(first, TestResult.INVALID);

        for (LabTest member : List.of(first, second)) {
            LabTest again = tests.require(member.id());
            assertThat(again.state()).isEqualTo(TestState.ORDERED);
            assertThat(again.pool()).isNull();
            assertThat(file.tasks(member.id())).containsExactly("Task_TakeSample");
        }
    }

    @Test
    void aLaboratoryPoolsSamplesItHas() {
        LabTest one = stage.inLaboratory();
        LabTest another = stage.inLaboratory();
        String number = LabStage.freshSample();

        assertThat(faults(() -> pools.form(LabStage.LABORATORY, "", List.of(one.id()), stage.lab(), stage.now())))
                .containsExactly("number", "tests");
        UUID pool = pools.form(LabStage.LABORATORY, number, List.of(one.id(), another.id()), stage.lab(), stage.now());
        assertThat(faults(() -> pools.form(
                        LabStage.LABORATORY,
                        LabStage.freshSample(),
                        List.of(one.id(), another.id()),
                        stage.lab(),
                        stage.now())))
                .containsExactly("tests");
        pools.decide(pool, TestResult.NEGATIVE, stage.now(), stage.lab(), stage.now());

        assertThat(tests.require(one.id()).result()).isEqualTo(TestResult.NEGATIVE);
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> pools.decide(pool, TestResult.POSITIVE, stage.now(), stage.lab(), stage.now()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> pools.require(pool, stage.actor("150521.l1")));
    }

    @Test
    void whatIsOverdueIsToldOnce() {
        Somebody unsampled = stage.found();
        stage.ordered(unsampled);
        Somebody undecided = stage.found();
        stage.sampled(stage.ordered(undecided));
        assertThat(file.actions(unsampled.caseId(), "labtest.%Overdue")).isEmpty();

        overdue.mark(stage.now().plus(Duration.ofHours(25)));
        overdue.mark(stage.now().plus(Duration.ofHours(26)));

        assertThat(file.actions(unsampled.caseId(), "labtest.%Overdue")).containsExactly("labtest.sampleOverdue");
        assertThat(file.actions(undecided.caseId(), "labtest.%Overdue")).containsExactly("labtest.resultOverdue");
        assertThat(told("labtest.resultOverdue", "150502.l1")).isPositive();
        assertThat(told("labtest.sampleOverdue", "150502.officer")).isPositive();
    }

    private long told(String key, String recipient) {
        return jdbc.sql("select count(*) from inbox_message where key = :key and recipient = :recipient")
                .param("key", key)
                .param("recipient", recipient)
                .query(Long.class)
                .single();
    }
}
