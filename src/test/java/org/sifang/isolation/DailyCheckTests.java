package org.sifang.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.CheckFilter.Listing;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.Breach;
import org.sifang.notice.CaseFile;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
import org.sifang.notice.PartyKind;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What an answer does. */
@SifangTest
class DailyCheckTests {

    @Autowired
    CheckStage stage;

    @Autowired
    IsolationFile cases;

    @Autowired
    CaseFile file;

    @Autowired
    DailyCheckDesk desk;

    @Autowired
    FollowUpDesk followUp;

    @Autowired
    CaseDesk caseDesk;

    @Autowired
    CheckSearch search;

    @Autowired
    JdbcClient jdbc;

    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void begin() {
        day = stage.morning();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private NoticeView notice() {
        return cases.issue(SmallMeasure.of(IsolationKind.HOME).days(7).followUp(3));
    }

    private static CheckAnswer absent() {
        return new CheckAnswer(Presence.ABSENT, null, Set.of(), null);
    }

    @Test
    void awayWithoutPermissionIsABreachOfOnePersonOnceUntilSheReturns() {
        UUID id = stage.isolated(notice());

        stage.answer(id, absent());
        stage.answer(id, absent());

        assertThat(stage.marked(id, CaseMark.BREACHED)).isTrue();
        assertThat(stage.marked(id, CaseMark.UNREACHABLE)).isFalse();
        assertThat(stage.breaches(id)).hasSize(1);
        Breach breach = stage.breaches(id).get(0);
        assertThat(breach.partyKind()).isEqualTo(PartyKind.INDIVIDUAL);
        assertThat(breach.party()).isEqualTo(id.toString());
        assertThat(jdbc.sql("select party_kind || ' ' || party from breach where subject = :id and duty is null")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("INDIVIDUAL " + id);
        assertThat(file.told(id, "check.breached")).containsExactly("150502.leader", "150502.officer");

        stage.answer(id, CheckAnswer.NORMAL);
        assertThat(stage.marked(id, CaseMark.BREACHED)).isFalse();
        assertThat(file.actions(id, "case.returned")).hasSize(1);

        stage.answer(id, absent());
        assertThat(stage.breaches(id)).as("away again").hasSize(2);
    }

    @Test
    void awayWithPermissionIsNone() {
        UUID id = stage.isolated(notice());

        DailyCheck check = stage.answer(id, new CheckAnswer(Presence.AWAY, null, Set.of(), Leave.MEDICAL));

        assertThat(check.leave()).isEqualTo(Leave.MEDICAL);
        assertThat(stage.breaches(id)).isEmpty();
        assertThat(cases.registered(id).marks()).isEmpty();
    }

    @Test
    void threeContactsInVainMakeSomebodyUnreachable() {
        UUID id = stage.isolated(notice());

        stage.answer(id, CheckAnswer.NOT_REACHED);
        DailyCheck check = stage.answer(id, CheckAnswer.NOT_REACHED);
        assertThat(check.state()).as("still to be done").isEqualTo(DailyCheckState.DUE);
        assertThat(stage.marked(id, CaseMark.UNREACHABLE)).isFalse();
        stage.answer(id, CheckAnswer.NOT_REACHED);

        assertThat(stage.marked(id, CaseMark.UNREACHABLE)).isTrue();
        assertThat(file.told(id, "check.unreachable")).containsExactly("150502.officer");
        stage.answer(id, new CheckAnswer(Presence.AWAY, null, Set.of(), Leave.TEST));
        assertThat(stage.marked(id, CaseMark.UNREACHABLE)).isFalse();
    }

    @Test
    void feverIsASymptomLetsTheMeasureBeDecidedAnewAndIsToldToTheCounty() {
        UUID id = stage.isolated(notice());

        DailyCheck check = stage.answer(id, new CheckAnswer(Presence.PRESENT, new BigDecimal("38.2"), Set.of(), null));

        assertThat(check.symptoms()).containsExactly(Symptom.FEVER);
        assertThat(cases.isolation(id).symptomsAt()).isEqualTo(cases.now());
        assertThat(file.told(id, "check.symptoms")).containsExactly("150502.leader", "150502.officer");
    }

    @Test
    void oneAnswersForTheHouseholdButNotForWhoIsAway() {
        NoticeView notice = notice();
        List<UUID> ids = stage.isolated(notice, 4);
        stage.answer(ids.get(0), absent());
        stage.answer(ids.get(1), CheckAnswer.NORMAL);

        int answered = desk.answerHousehold(stage.check(ids.get(2), day).id(), stage.worker(), cases.now());

        assertThat(answered).isEqualTo(2);
        assertThat(ids)
                .extracting(id -> stage.check(id, day).presence())
                .containsExactly(Presence.ABSENT, Presence.PRESENT, Presence.PRESENT, Presence.PRESENT);
        assertThat(stage.check(ids.get(3), day).forAll()).isTrue();
        assertThat(file.actions(ids.get(3), "case.check%")).containsExactly("case.checked.together");
        assertThat(search.count(new CheckFilter(day, notice.id(), null, Listing.ABSENT), stage.officer()))
                .isOne();
    }

    @Test
    void anAnswerIsTakenFromWhoLooksAfterHerAndFromHerCountyOnly() {
        UUID id = stage.isolated(notice());
        UUID check = stage.check(id, day).id();

        assertThatThrownBy(() -> answer(check, "150502901002.community")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answer(check, "150521.officer")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answer(check, "150502.health")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answer(check, "city.officer")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> answer(check, "supervisor")).isInstanceOf(AccessDeniedException.class);
        answer(check, "150502.officer");
        answer(check, "150502.community");
        answer(check, "api");
    }

    private void answer(UUID check, String username) {
        desk.answer(check, CheckAnswer.NORMAL, cases.actor(username), cases.now());
    }

    @Test
    void aClosedDayAndWhoLeftTakeNoAnswer() {
        NoticeView notice = notice();
        List<UUID> ids = stage.isolated(notice, 2);
        caseDesk.release(ids.get(1), "误登记", cases.actor("150502.leader"), cases.now());
        assertThatThrownBy(() -> stage.answer(ids.get(1), CheckAnswer.NORMAL))
                .isInstanceOf(StateConflictException.class);
        UUID check = stage.check(ids.get(0), day).id();

        stage.until(day, "23:30");

        assertThatThrownBy(() -> answer(check, "150502.community")).isInstanceOf(StateConflictException.class);
    }

    @Test
    void everythingThatDoesNotFitTogetherIsSaidAtOnce() {
        assertThatThrownBy(() -> new CheckAnswer(Presence.AWAY, new BigDecimal("52"), EnumSet.of(Symptom.FEVER), null))
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.path())
                                .containsExactly("temperature", "leave"));
        assertThatThrownBy(() -> new CheckAnswer(null, null, Set.of(Symptom.FATIGUE), null))
                .isInstanceOf(FaultsException.class);
    }

    @Test
    void visitsFallOnTheirDaysAndTheLastDayIsAlwaysOne() {
        CheckSettings settings = stage.settings();

        assertThat(settings.visits(14)).containsExactly(1, 7, 14);
        assertThat(settings.visits(7)).containsExactly(1, 7);
        assertThat(settings.visits(1)).containsExactly(1);
    }

    @Test
    void aVisitIsLateAfterItsDayAndNotBeforeIt() {
        NoticeView notice = notice();
        UUID id = stage.isolated(notice);
        caseDesk.release(id, "提前解除", cases.actor("150502.leader"), cases.now());
        caseDesk.serveRelease(id, DeliveryManner.PHONE, null, stage.officer(), cases.now());
        FollowUpVisit first = stage.visits(id).get(0);
        assertThatThrownBy(() -> followUp.record(first.id(), true, Set.of(), stage.worker(), cases.now()))
                .isInstanceOf(StateConflictException.class);

        stage.until(day.plusDays(2), "10:00");
        assertThat(stage.visits(id).get(0).state()).isEqualTo(DailyCheckState.MISSED);
        assertThat(search.visitTally(new CheckFilter(day.plusDays(2), notice.id(), null, null), stage.worker()))
                .isEqualTo(new VisitTally("", 1, 0, 1));
        FollowUpVisit visited =
                followUp.record(first.id(), true, Set.of(Symptom.SORE_THROAT), stage.worker(), cases.now());

        assertThat(visited.late()).isTrue();
        assertThat(file.told(id, "check.visit.symptoms")).containsExactly("150502.leader", "150502.officer");
        assertThat(cases.state(id)).isEqualTo(CaseState.FOLLOW_UP);
    }
}
