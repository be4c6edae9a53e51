package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.sifang.notice.Definitions.SHANGHAI;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sifang.organization.OrganizationLevel;

class ObligationTests {

    private static final Instant NINE = Instant.parse("2020-10-12T01:00:00Z");

    private final NoticeDefinition notice = Definitions.tongliao();
    private final Obligation stock = notice.obligation("stock").orElseThrow();
    private final Obligation daily = notice.obligation("daily").orElseThrow();
    private final Obligation hospitals = notice.obligation("hospitals").orElseThrow();

    @Test
    void theFirstDeadlineIsTheFixedOneOrCountsFromTheIssueOrIsOnTheFirstDay() {
        assertThat(stock.firstDue(NINE, SHANGHAI)).isEqualTo(Instant.parse("2020-10-12T13:00:00Z"));
        assertThat(hospitals.firstDue(NINE, SHANGHAI)).isEqualTo(Instant.parse("2020-10-19T01:00:00Z"));
        assertThat(daily.firstDue(NINE, SHANGHAI)).isEqualTo(Instant.parse("2020-10-13T10:00:00Z"));
    }

    @Test
    void aDailyObligationIssuedLateBeginsWithTheNextDeadlineAhead() {
        Instant morning = Instant.parse("2020-10-20T01:00:00Z");
        Instant evening = Instant.parse("2020-10-20T10:00:00Z");

        assertThat(daily.firstDay(morning, SHANGHAI)).isEqualTo("2020-10-20");
        assertThat(daily.firstDay(evening, SHANGHAI)).as("at 18:00 sharp").isEqualTo("2020-10-21");
        assertThat(daily.dated(null, null).firstDay(morning, SHANGHAI))
                .as("without from")
                .isEqualTo("2020-10-21");
    }

    @Test
    void aDailyRoundOpensAtMidnightUnlessSaidOtherwise() {
        LocalDate day = LocalDate.of(2020, 10, 13);

        assertThat(daily.recurring()).isTrue();
        assertThat(daily.opensOn(day, SHANGHAI)).isEqualTo(Instant.parse("2020-10-12T16:00:00Z"));
        assertThat(daily.dueOn(day, SHANGHAI)).isEqualTo(Instant.parse("2020-10-13T10:00:00Z"));
        assertThat(stock.recurring()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> stock.dueOn(day, SHANGHAI));
    }

    @Test
    void innerDeadlinesAreCountedBackFromTheDeadline() {
        Instant due = daily.dueOn(LocalDate.of(2020, 10, 13), SHANGHAI);

        assertThat(daily.innerDue(OrganizationLevel.TOWNSHIP, due)).contains(Instant.parse("2020-10-13T08:00:00Z"));
        assertThat(daily.innerDue(OrganizationLevel.COMMUNITY, due)).contains(Instant.parse("2020-10-13T06:00:00Z"));
        assertThat(daily.innerDue(OrganizationLevel.COUNTY, due)).isEmpty();
    }

    @Test
    void atItsIssueDailyWorkBeginsOnTheDayAfterTheStock() {
        NoticeDefinition second = Definitions.second();
        Instant late = Instant.parse("2022-03-05T15:00:00Z");

        NoticeDefinition issued = second.issued(late, SHANGHAI);

        assertThat(issued.issuedAt()).as("its own moment counts").isEqualTo(second.issuedAt());
        assertThat(issued.obligation("morning-report").orElseThrow().from()).isEqualTo("2022-03-06");
        assertThat(issued.obligation("attendance").orElseThrow().from()).isEqualTo("2022-03-07");
        NoticeDefinition tongliao = notice.issued(NINE, SHANGHAI);
        assertThat(tongliao.issuedAt()).isEqualTo(NINE);
        assertThat(tongliao.issued(late, SHANGHAI)).isEqualTo(tongliao);
    }

    @Test
    void aNoticeIssuedAfterItsDeadlineIsStillANotice() {
        Instant midnight = Instant.parse("2020-10-12T16:00:00Z");

        assertThat(notice.issued(midnight, SHANGHAI).issuedAt()).isEqualTo(midnight);
        assertThat(DefinitionCheck.passed(notice, midnight)).hasSize(1);
        assertThat(DefinitionCheck.passed(notice, NINE)).isEmpty();
    }

    @Test
    void ladderIsClimbedInOrder() {
        Ladder ladder = notice.ladderOf(stock);

        assertThat(ladder.rungsAfter(0)).hasSize(6);
        assertThat(ladder.rungsAfter(4))
                .extracting(Rung::action)
                .containsExactly(LadderAction.CIRCULATE, LadderAction.OPEN_ACCOUNTABILITY);
        assertThat(ladder.rungsAfter(6)).isEmpty();
        assertThat(ladder.rungsAfter(99)).isEmpty();
        assertThat(ladder.next(0)).contains(ladder.rung(1));
        assertThat(ladder.next(6)).isEmpty();
        assertThat(ladder.rung(1).instant(Instant.parse("2020-10-12T13:00:00Z")))
                .isEqualTo(Instant.parse("2020-10-12T11:00:00Z"));
    }

    @Test
    void peopleMayBeRemindedAndUrgedMoreThanOnceButBecomeOverdueAndAnswerForItOnce() {
        String reminders = """
                    - {at: -PT6H, action: REMIND}
                    - {at: -PT2H, action: REMIND}
                    - {at: PT0S, action: MARK_OVERDUE}
                    - {at: PT10M, action: URGE}
                    - {at: PT1H, action: URGE}
                """;
        NoticeDefinition notice = new DefinitionReader()
                .read(Definitions.secondText().replace("  mild:\n", "  patient:\n" + reminders + "  mild:\n"));

        assertThat(Objects.requireNonNull(notice.ladders().get("patient")).rungs())
                .extracting(Rung::index)
                .containsExactly(1, 2, 3, 4, 5);
        Rung overdue = new Rung(1, Duration.ZERO, LadderAction.MARK_OVERDUE);
        Rung answer = new Rung(1, Duration.ofHours(1), LadderAction.OPEN_ACCOUNTABILITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Ladder(List.of(overdue, new Rung(2, Duration.ofHours(1), LadderAction.MARK_OVERDUE))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ladder(
                        List.of(answer, new Rung(2, Duration.ofHours(2), LadderAction.OPEN_ACCOUNTABILITY))));
    }

    @Test
    void valuesCannotBeWrong() {
        Rung remind = new Rung(1, Duration.ofHours(-2), LadderAction.REMIND);
        Rung overdue = new Rung(2, Duration.ZERO, LadderAction.MARK_OVERDUE);

        assertThatIllegalArgumentException().isThrownBy(() -> new Ladder(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ladder(List.of(overdue, remind)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ladder(List.of(remind, remind)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rung(1, Duration.ofHours(-1), LadderAction.CIRCULATE));
        assertThatIllegalArgumentException().isThrownBy(() -> new TestPlan(0, Payer.SELF, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure(IsolationKind.HOME, 0, List.of(), ReleaseRule.ALL_NEGATIVE, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddresseeRule(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null));
        assertThatIllegalArgumentException().isThrownBy(() -> stock.dated(null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obligation(
                        "a",
                        "一",
                        ObligationKind.CONFIRM,
                        stock.addressees(),
                        null,
                        null,
                        null,
                        LocalTime.of(9, 0),
                        null,
                        LocalTime.of(9, 0),
                        java.util.Map.of(),
                        "default",
                        null,
                        null));
        assertThatIllegalArgumentException().isThrownBy(() -> notice.clause("九"));
    }
}
