package org.sifang.labtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.labtest.Incoming.Waiting;
import org.sifang.labtest.LabStage.Somebody;
import org.sifang.labtest.Unmatched.Why;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where results belong that laboratories send, and what becomes of those that belong nowhere. */
@SifangTest
class IncomingTests {

    @Autowired
    LabStage stage;

    @Autowired
    Incoming incoming;

    @Autowired
    LabTests tests;

    @Autowired
    UnmatchedRows queue;

    @Autowired
    JdbcClient jdbc;

    private static Document document(String number) {
        return new Document(DocumentType.ID_CARD, number);
    }

    private IncomingResult of(String number, TestResult result, Instant at) {
        return new IncomingResult(document(number), null, result, at);
    }

    private Receipt send(IncomingResult... results) {
        return incoming.take(Map.of(LabStage.LABORATORY, List.of(results)), stage.lab(), Source.LIST, stage.now());
    }

    private Waiting waiting(String number) {
        String masked = document(number).masked();
        return incoming.waiting(List.of(LabStage.LABORATORY), 0, 1_000).stream()
                .filter(one -> one.number().equals(masked))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    @Test
    void aResultFindsTheOpenTestByTheDocumentOrTheTube() {
        Somebody one = stage.found();
        LabTest unsampled = stage.ordered(one);
        LabTest sampled = stage.sampled(stage.ordered(stage.found()));

        Receipt receipt = send(
                of(one.idNumber(), TestResult.NEGATIVE, stage.now()),
                new IncomingResult(null, sampled.sample(), TestResult.NEGATIVE, stage.now()));

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 0));
        assertThat(tests.require(unsampled.id()).laboratory()).isEqualTo(LabStage.LABORATORY);
        assertThat(tests.require(sampled.id()).result()).isEqualTo(TestResult.NEGATIVE);
    }

    @Test
    void whatIsKnownChangesNothing() {
        Somebody one = stage.found();
        LabTest test = stage.ordered(one);
        IncomingResult result = of(one.idNumber(), TestResult.NEGATIVE, stage.now());

        assertThat(send(result, result)).isEqualTo(new Receipt(1, 0, 1));
        assertThat(send(result)).isEqualTo(new Receipt(0, 0, 1));

        assertThat(tests.results(List.of(test.id())).get(test.id())).hasSize(1);
        assertThat(stage.decided(test.id())).hasSize(1);
    }

    @Test
    void aListNeverCorrects() {
        Somebody one = stage.found();
        LabTest test = stage.ordered(one);
        send(of(one.idNumber(), TestResult.NEGATIVE, stage.now()));

        Receipt receipt = send(of(one.idNumber(), TestResult.POSITIVE, stage.now()));

        assertThat(receipt).isEqualTo(new Receipt(0, 1, 0));
        assertThat(waiting(one.idNumber()).why()).isEqualTo(Why.CONTRADICTS);
        assertThat(tests.require(test.id()).result()).isEqualTo(TestResult.NEGATIVE);
    }

    @Test
    void aPersonInTwoNoticesIsTestedOnce() {
        String number = LabStage.freshNumber();
        List<Somebody> both = stage.found(List.of(stage.notice(), stage.notice()), number);
        both.forEach(stage::ordered);

        assertThat(send(of(number, TestResult.NEGATIVE, stage.now()))).isEqualTo(new Receipt(1, 0, 0));

        both.forEach(one -> assertThat(stage.test(one, 0).result()).isEqualTo(TestResult.NEGATIVE));
    }

    @Test
    void anOldResultIsNoResultOfANewTest() {
        Somebody one = stage.found();
        LabTest test = stage.ordered(one);

        assertThat(send(of(one.idNumber(), TestResult.NEGATIVE, stage.now().minus(Duration.ofDays(3)))))
                .isEqualTo(new Receipt(0, 1, 0));

        assertThat(tests.require(test.id()).state()).isEqualTo(TestState.ORDERED);
        assertThat(waiting(one.idNumber()).why()).isEqualTo(Why.NO_TEST);
    }

    @Test
    void aSampleInAnotherLaboratoryIsThatLaboratorysToReport() {
        Somebody one = stage.found();
        stage.sampled(stage.ordered(one));

        Receipt receipt = incoming.take(
                Map.of("150500-L1", List.of(of(one.idNumber(), TestResult.NEGATIVE, stage.now()))),
                stage.actor("lab"),
                Source.LIST,
                stage.now());

        assertThat(receipt).isEqualTo(new Receipt(0, 1, 0));
    }

    @Test
    void aResultWaitsSealedUntilThePersonIsFoundAndTested() {
        String number = LabStage.freshNumber();
        assertThat(send(of(number, TestResult.NEGATIVE, stage.now()))).isEqualTo(new Receipt(0, 1, 0));
        assertThat(send(of(number, TestResult.NEGATIVE, stage.now()))).isEqualTo(new Receipt(0, 0, 1));
        Waiting waiting = waiting(number);
        assertThat(waiting.why()).isEqualTo(Why.UNKNOWN);
        assertThat(jdbc.sql(
                                "select encode(sealed, 'escape') || encode(hash, 'escape') from lab_unmatched where id = :id")
                        .param("id", waiting.id())
                        .query(String.class)
                        .single())
                .doesNotContain(number);

        Somebody somebody = stage.found(stage.notice(), number);
        incoming.lookUpUnknown(stage.now());
        LabTest test = stage.ordered(somebody);

        assertThat(tests.require(test.id()).result()).isEqualTo(TestResult.NEGATIVE);
        assertThat(tests.results(List.of(test.id())).get(test.id()))
                .extracting(RecordedResult::source)
                .containsExactly(Source.QUEUE);
        assertThat(stage.decided(test.id())).hasSize(1);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> incoming.drop(waiting.id(), "无此人", stage.lab(), stage.now()));
    }

    @Test
    void somebodyWhoKnowsWhoseItIsSaysSo() {
        String mistyped = LabStage.freshNumber();
        send(of(mistyped, TestResult.NEGATIVE, stage.now()));
        UUID id = waiting(mistyped).id();
        Somebody right = stage.found();
        LabTest test = stage.ordered(right);

        assertThatExceptionOfType(FaultsException.class)
                .isThrownBy(() -> incoming.match(id, LabStage.freshNumber(), stage.lab(), stage.now()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> incoming.match(id, right.idNumber(), stage.actor("150521.l1"), stage.now()));
        incoming.match(id, right.idNumber(), stage.lab(), stage.now());

        assertThat(tests.require(test.id()).result()).isEqualTo(TestResult.NEGATIVE);
    }

    @Test
    void whatIsNobodysIsDroppedWithAReason() {
        String number = LabStage.freshNumber();
        send(of(number, TestResult.NEGATIVE, stage.now()));
        UUID id = waiting(number).id();

        assertThatExceptionOfType(FaultsException.class)
                .isThrownBy(() -> incoming.drop(id, "", stage.lab(), stage.now()));
        incoming.drop(id, "外地人员，已转告", stage.lab(), stage.now());

        assertThat(jdbc.sql("select state || ' ' || reason || ' ' || settled_by from lab_unmatched where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("DROPPED 外地人员，已转告 150502.l1");
        assertThat(queue.sealedOtherwise()).isZero();
    }

    @Test
    void aLaboratoryMayBeQuickerThanWhoeverWritesTheTubeDown() {
        String tube = LabStage.freshSample();
        assertThat(send(new IncomingResult(null, tube, TestResult.NEGATIVE, stage.now())))
                .isEqualTo(new Receipt(0, 1, 0));

        LabTest test = stage.sampled(stage.ordered(stage.found()), tube, false);

        assertThat(tests.require(test.id()).result()).isEqualTo(TestResult.NEGATIVE);
        assertThat(send(new IncomingResult(null, tube, TestResult.NEGATIVE, stage.now())))
                .isEqualTo(new Receipt(0, 0, 1));
    }

    @Test
    void aPositiveThatIsNobodysIsToldAtOnce() {
        send(of(LabStage.freshNumber(), TestResult.POSITIVE, stage.now()));

        assertThat(jdbc.sql("select distinct recipient from inbox_message where key = 'labtest.positiveUnmatched'")
                        .query(String.class)
                        .list())
                .contains("150502.l1", "150502.officer");
    }

    @Test
    void hundredsOfResultsComeInAtOnce() {
        UUID notice = stage.notice();
        List<Somebody> people =
                Stream.generate(() -> stage.found(notice)).limit(250).toList();
        people.forEach(stage::ordered);

        Receipt receipt = send(people.stream()
                .map(one -> of(one.idNumber(), TestResult.NEGATIVE, stage.now()))
                .toArray(IncomingResult[]::new));

        assertThat(receipt).isEqualTo(new Receipt(250, 0, 0));
        assertThat(people).allMatch(one -> stage.test(one, 0).state() == TestState.DECIDED);
    }

    @Test
    void theTubeOfAPoolSpeaksForAllOfIt() {
        String tube = LabStage.freshSample();
        Somebody one = stage.found();
        LabTest first = stage.sampled(stage.ordered(one), tube, true);
        LabTest second = stage.sampled(stage.ordered(stage.found()), tube, true);

        Receipt receipt = send(
                new IncomingResult(null, tube, TestResult.NEGATIVE, stage.now()),
                of(one.idNumber(), TestResult.NEGATIVE, stage.now()));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(tests.require(first.id()).result()).isEqualTo(TestResult.NEGATIVE);
        assertThat(tests.require(second.id()).result()).isEqualTo(TestResult.NEGATIVE);
    }
}
