package org.sifang.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Ids;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.PartyKind;

/** What can be done to a case when. */
class AccountabilityCaseTests {

    private static final Instant NOW = Instant.parse("2020-10-13T01:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofDays(7));
    private static final Ruling RULING = new Ruling(MeasureKind.INTERVIEW, null, "city.leader", NOW);

    private static AccountabilityCase opened() {
        return new AccountabilityCase(
                Ids.next(),
                null,
                PartyKind.ORGANIZATION,
                "150502",
                PartyGroup.COMMAND,
                "150502",
                new DivisionCode("150502"),
                null,
                "150500",
                new DivisionCode("150500"),
                CaseState.OPEN,
                NOW,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static AccountabilityCase notified() {
        return opened().notified(NOW, DUE);
    }

    private static Hearing hearing(HearingKind kind, Instant at) {
        return new Hearing(kind, null, "150502.officer", at);
    }

    private static Assessment established() {
        return new Assessment(BreachSeverity.SERIOUS, Harm.NONE, 0, "事实清楚", "discipline", NOW, null, null, null);
    }

    private static AccountabilityCase assessed() {
        return notified()
                .heard(hearing(HearingKind.WAIVED, NOW))
                .established(established())
                .assessed(established().proposing(MeasureKind.INTERVIEW, "依据", NOW));
    }

    private static AccountabilityCase served() {
        return assessed().decided(RULING).served(new Execution(NOW, DUE, DUE, null, null, null, null));
    }

    @Test
    void nothingIsDecidedBeforeThePartyIsHeard() {
        assertThatThrownBy(() -> opened().decided(RULING)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> notified().decided(RULING)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> notified().established(established())).isInstanceOf(StateConflictException.class);
        AccountabilityCase forged = new CaseChange(opened())
                .state(CaseState.ASSESSED)
                .assessment(established().proposing(MeasureKind.INTERVIEW, "依据", NOW))
                .done();
        assertThatThrownBy(() -> forged.decided(RULING))
                .isInstanceOfSatisfying(
                        StateConflictException.class,
                        refused -> assertThat(refused.kind()).isEqualTo("accountability.hearing"));
    }

    @Test
    void nothingIsDecidedBeforeTheTableWasAsked() {
        AccountabilityCase heard = notified().heard(hearing(HearingKind.STATEMENT, NOW));

        assertThatThrownBy(() -> heard.decided(RULING)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> heard.established(established()).decided(RULING))
                .isInstanceOf(StateConflictException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"STATEMENT", "WAIVED"})
    void aStatementAndAWaiverCountAtOnce(HearingKind kind) {
        assertThat(notified().heard(hearing(kind, NOW)).state()).isEqualTo(CaseState.HEARD);
    }

    @Test
    void aPeriodCountsOnlyWhenItIsOver() {
        assertThatThrownBy(() -> notified().heard(hearing(HearingKind.EXPIRED, DUE.minusSeconds(1))))
                .isInstanceOf(StateConflictException.class);
        assertThat(notified().heard(hearing(HearingKind.EXPIRED, DUE)).state()).isEqualTo(CaseState.HEARD);
    }

    @Test
    void aPartyIsHeardOnce() {
        AccountabilityCase heard = notified().heard(hearing(HearingKind.WAIVED, NOW));

        assertThatThrownBy(() -> heard.heard(hearing(HearingKind.STATEMENT, NOW)))
                .isInstanceOf(StateConflictException.class);
    }

    @Test
    void anAppealIsLodgedOnceAndWithinItsPeriod() {
        Appeal appeal = new Appeal("有误", "150502.officer", DUE.minusSeconds(1), null, null, null, null);
        Appeal late = new Appeal("有误", "150502.officer", DUE, null, null, null, null);

        assertThat(served().appealed(appeal).state()).isEqualTo(CaseState.APPEALED);
        assertThatThrownBy(() -> served().appealed(late)).isInstanceOf(StateConflictException.class);
        AccountabilityCase answered = served().appealed(appeal)
                .answered(
                        appeal.decided(AppealOutcome.UPHELD, "维持", "150500.leader", NOW), RULING, served().execution())
                .resumed();
        assertThatThrownBy(() -> answered.appealed(appeal)).isInstanceOf(StateConflictException.class);
    }

    @Test
    void theClockIsTheOneThatRunsNow() {
        assertThat(opened().dueAt()).isNull();
        assertThat(notified().dueAt()).isEqualTo(DUE);
        assertThat(assessed().dueAt()).isNull();
        assertThat(served().dueAt()).isEqualTo(DUE);
    }

    @Test
    void aCaseEndsOnce() {
        AccountabilityCase closed = served().ended(CaseState.CLOSED, "system", null, NOW);

        assertThat(closed.closedAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> closed.ended(CaseState.DISMISSED, "system", null, NOW))
                .isInstanceOf(StateConflictException.class);
    }

    @Test
    void measuresFitTheirParties() {
        assertThat(MeasureKind.of(PartyGroup.COMMAND)).doesNotContain(MeasureKind.SUSPENSION);
        assertThat(MeasureKind.of(PartyGroup.UNIT)).containsExactly(MeasureKind.values());
        assertThat(MeasureKind.of(PartyGroup.INDIVIDUAL))
                .containsExactly(MeasureKind.WRITTEN_URGE, MeasureKind.INTERVIEW, MeasureKind.REFERRAL);
        assertThat(Objects.requireNonNull(served().measure()).milderThan(MeasureKind.REFERRAL))
                .isTrue();
    }
}
