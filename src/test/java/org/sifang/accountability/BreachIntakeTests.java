package org.sifang.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.emergency.EmergencyStage;
import org.sifang.notice.Breaches;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.NoticeView;
import org.sifang.notice.RecordedBreach;
import org.sifang.notice.SmallNotice;
import org.sifang.worklist.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Breaches that become cases, or join them. */
@SifangTest
class BreachIntakeTests {

    private static final String COUNTY = "150526";

    @Autowired
    CaseFile file;

    @Autowired
    AccountabilityStage stage;

    @Autowired
    BreachIntake intake;

    @Autowired
    AccountabilityRows rows;

    @Autowired
    Breaches breaches;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void end() {
        stage.close();
    }

    private NoticeView notice() {
        return file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(60))));
    }

    private UUID caseOf(RecordedBreach breach) {
        return rows.caseOf(breach.id()).orElseThrow();
    }

    @Test
    void theLastRungOpensACaseByItself() {
        NoticeView notice = file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofHours(1))));
        Duty duty = file.duty(notice, COUNTY);

        file.until(duty.dueAt().plus(Duration.ofHours(6)));

        UUID breach = file.breaches(duty).get(0).id();
        AccountabilityCase one = stage.keep(rows.caseOf(breach).orElseThrow());
        assertThat(one.state()).isEqualTo(CaseState.NOTIFIED);
        assertThat(one.party()).isEqualTo(COUNTY);
        assertThat(one.notice()).isEqualTo(notice.id());
        assertThat(one.openedAt()).isEqualTo(duty.dueAt().plus(Duration.ofHours(6)));
        assertThat(file.actions(duty.id(), "accountability.%")).containsExactly("accountability.takenUp");
    }

    @Test
    void aSecondBreachOfTheSamePartyAndNoticeJoinsTheOpenCase() {
        NoticeView notice = notice();
        AccountabilityCase one = stage.found(stage.breach(notice.id(), COUNTY, null));
        RecordedBreach second = stage.breach(notice.id(), COUNTY, "inspector");
        stage.found(second);

        assertThat(caseOf(second)).isEqualTo(one.id());
        assertThat(stage.now(one).breaches()).isEqualTo(2);
        assertThat(file.told(one.id(), "accountability.joined"))
                .containsExactlyInAnyOrder(COUNTY + ".officer", COUNTY + ".leader");
    }

    @Test
    void anotherNoticeAndAnotherPartyAreAnotherCase() {
        NoticeView notice = notice();
        AccountabilityCase one = stage.found(stage.breach(notice.id(), COUNTY, null));

        assertThat(stage.found(stage.breach(null, COUNTY, null)).id()).isNotEqualTo(one.id());
        assertThat(stage.found(stage.breach(notice.id(), "150524", null)).id()).isNotEqualTo(one.id());
    }

    @Test
    void aBreachThatCanNoLongerBeAnsweredForIsACaseOfItsOwn() {
        NoticeView notice = notice();
        AccountabilityCase one = stage.found(stage.breach(notice.id(), COUNTY, null));
        stage.waive(one, COUNTY + ".officer");

        AccountabilityCase next = stage.found(stage.breach(notice.id(), COUNTY, null));

        assertThat(next.id()).isNotEqualTo(one.id());
        assertThat(stage.now(one).breaches()).isEqualTo(1);
    }

    @Test
    void aBreachInTheLastDayOfThePeriodIsACaseOfItsOwn() {
        NoticeView notice = notice();
        AccountabilityCase one = stage.found(stage.breach(notice.id(), COUNTY, null));
        file.until(Objects.requireNonNull(one.statementDueAt()).minus(Duration.ofHours(2)));

        assertThat(stage.found(stage.breach(notice.id(), COUNTY, null)).id()).isNotEqualTo(one.id());
    }

    @Test
    void whatACrashLeftBehindIsTakenUpOnce() {
        RecordedBreach lost = stage.breach(null, COUNTY, null);
        // As it stands in the table when the process died between the commit and the case.
        jdbc.sql("""
                        insert into breach (id, party_kind, party, subject, happened_at, kind, severity)
                        values (:id, 'ORGANIZATION', :party, :id, now(), 'HAND', 'SERIOUS')""").param("id", lost.id()).param("party", COUNTY).update();

        intake.takeUp();
        UUID first = stage.keep(caseOf(lost)).id();
        jdbc.sql("update breach set taken_at = null where id = :id")
                .param("id", lost.id())
                .update();
        intake.takeUp();

        assertThat(caseOf(lost)).isEqualTo(first);
        assertThat(file.actions(first, "accountability.opened")).hasSize(1);
    }

    @Test
    void manyBreachesOfOneTransactionAreOneMessage() {
        List<RecordedBreach> storm = List.of("150502", "150521", "150522").stream()
                .map(county -> stage.breach(null, county, null))
                .toList();

        new TransactionTemplate(transactions).executeWithoutResult(status -> breaches.record(storm));
        file.settle();

        List<AccountabilityCase> opened =
                storm.stream().map(breach -> stage.keep(caseOf(breach))).toList();
        assertThat(opened.stream()
                        .mapToInt(one ->
                                file.told(one.id(), "accountability.opened").size())
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void anIndividualAnswersThroughWhoeverAnswersForHer(
            @Autowired EmergencyStage people, @Autowired WorkItems items, @Autowired CaseNames names) {
        NoticeView notice = notice();
        UUID personCase = people.found(notice, COUNTY);

        AccountabilityCase one = stage.found(stage.ofPerson(notice.id(), personCase));

        assertThat(one.group()).isEqualTo(PartyGroup.INDIVIDUAL);
        assertThat(one.party()).isEqualTo(personCase.toString());
        assertThat(one.organization()).isEqualTo(COUNTY);
        assertThat(names.party(one)).startsWith("测").contains("*");
        assertThat(items.ofSubject(one.id()).get(0).title()).doesNotContain("测试阳性");
    }
}
