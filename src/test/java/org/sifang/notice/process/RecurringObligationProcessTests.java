package org.sifang.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.notice.RoundDesk;
import org.sifang.notice.SmallNotice;
import org.sifang.notice.Timeliness;
import org.springframework.beans.factory.annotation.Autowired;

/** What is due every day: a round opens at its hour, day after day, until the notice ends. */
@SifangTest
class RecurringObligationProcessTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PLACE = "150581";
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime SIX = LocalTime.of(18, 0);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Autowired
    CaseFile file;

    @Autowired
    NoticeDesk notices;

    LocalDate first = LocalDate.MAX;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
        first = file.now().atZone(ZONE).toLocalDate().plusDays(1);
    }

    @AfterEach
    void end() {
        file.close();
    }

    private NoticeView issued() {
        return file.issue(SmallNotice.to(PLACE).dueDaily(SIX, EIGHT, first));
    }

    private ProcessInstance series(NoticeView notice) {
        return file.instance("recurring-obligation", file.series(notice));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    @Test
    void aRoundOpensAtItsHourAndNotASecondBefore() {
        NoticeView notice = issued();
        assertThat(series(notice)).isWaitingAt("Gateway_WaitForOpening");
        assertThat(file.timers(series(notice))).containsExactly(at(first, EIGHT));

        file.until(at(first, EIGHT).minus(SECOND));
        assertThat(file.duties(notice)).isEmpty();

        file.until(at(first, EIGHT));
        assertThat(file.duties(notice)).hasSize(1);
        Duty duty = file.duty(notice, PLACE);
        assertThat(duty.opensAt()).isEqualTo(at(first, EIGHT));
        assertThat(duty.dueAt()).isEqualTo(at(first, SIX));
        assertThat(series(notice)).hasPassedInOrder("Event_OpeningDue", "Task_OpenRound");
        assertThat(file.timers(series(notice))).containsExactly(at(first.plusDays(1), EIGHT));

        file.until(at(first, EIGHT).plus(SECOND));
        assertThat(file.duties(notice)).hasSize(1);
    }

    @Test
    void everyDayHasItsOwnRoundAndItsOwnLadder() {
        NoticeView notice = issued();
        file.until(at(first, LocalTime.NOON));
        file.submit(file.duties(notice).get(0));

        file.until(at(first.plusDays(2), LocalTime.NOON));

        List<Duty> duties = file.duties(notice);
        assertThat(duties)
                .extracting(Duty::dueAt)
                .containsExactly(at(first, SIX), at(first.plusDays(1), SIX), at(first.plusDays(2), SIX));
        assertThat(duties)
                .extracting(Duty::timeliness)
                .containsExactly(Timeliness.ON_TIME, Timeliness.SILENT, Timeliness.PENDING);
        assertThat(file.rounds(notice)).hasSize(3);
        assertThat(file.rungs(duties.get(0))).isEmpty();
        assertThat(file.rungs(duties.get(1))).hasSize(6);
        assertThat(file.rungs(duties.get(2))).isEmpty();
        assertThat(file.timers(series(notice))).containsExactly(at(first.plusDays(3), EIGHT));
    }

    @Test
    void aRoundMovedToTheNextDaysDeadlineDoesNotTakeTheNextRoundsPlace(@Autowired RoundDesk rounds) {
        NoticeView notice = issued();
        file.until(at(first, LocalTime.NOON));

        rounds.extend(file.round(notice), at(first.plusDays(1), SIX), "全市停电", file.leader());
        file.until(at(first.plusDays(1), LocalTime.NOON));

        assertThat(file.duties(notice))
                .extracting(Duty::dueAt)
                .containsExactly(at(first.plusDays(1), SIX), at(first.plusDays(1), SIX));
        assertThat(file.rounds(notice)).hasSize(2);
        assertThat(file.timers(series(notice))).containsExactly(at(first.plusDays(2), EIGHT));
    }

    @Test
    void aNoticeIssuedDuringItsFirstDayOpensThatDayAtOnce() {
        file.until(at(first, LocalTime.NOON));

        NoticeView notice = issued();

        Duty duty = file.duty(notice, PLACE);
        assertThat(duty.dueAt()).isEqualTo(at(first, SIX));
        assertThat(duty.opensAt()).as("not before it was issued").isEqualTo(at(first, LocalTime.NOON));
        file.until(at(first, SIX));
        assertThat(file.rungs(duty)).containsExactly("REMIND", "MARK_OVERDUE");
    }

    @Test
    void aNoticeIssuedAfterTheHourBeginsTheNextDay() {
        file.until(at(first, LocalTime.of(18, 30)));

        NoticeView notice = issued();

        assertThat(file.duties(notice)).isEmpty();
        assertThat(file.timers(series(notice))).containsExactly(at(first.plusDays(1), EIGHT));
    }

    @Test
    void anHourThatPassedWhileTheHouseWasDownIsMadeUpFor() {
        NoticeView notice = issued();

        file.downUntil(at(first, LocalTime.of(9, 30)));

        Duty duty = file.duty(notice, PLACE);
        assertThat(duty.opensAt()).isEqualTo(at(first, EIGHT));
        assertThat(duty.dueAt()).isEqualTo(at(first, SIX));
        assertThat(file.rungs(duty)).isEmpty();
        file.until(at(first, SIX));
        assertThat(file.rungs(duty)).containsExactly("REMIND", "MARK_OVERDUE");
    }

    @Test
    void daysThatPassedWhileTheHouseWasDownAreMadeUpForInOrder() {
        NoticeView notice = issued();

        file.downUntil(at(first.plusDays(1), LocalTime.of(18, 20)));

        List<Duty> duties = file.duties(notice);
        assertThat(duties).extracting(Duty::dueAt).containsExactly(at(first, SIX), at(first.plusDays(1), SIX));
        assertThat(duties).extracting(Duty::timeliness).containsOnly(Timeliness.SILENT);
        assertThat(file.rungs(duties.get(0))).hasSize(6);
        assertThat(file.rungs(duties.get(1))).containsExactly("REMIND", "MARK_OVERDUE", "URGE");
        assertThat(file.timers(series(notice))).containsExactly(at(first.plusDays(2), EIGHT));
    }

    @Test
    void aLiftedNoticeOpensNoFurtherRound() {
        NoticeView notice = issued();
        file.until(at(first, LocalTime.NOON));

        notices.lift(notice.id(), "疫情平稳", file.leader());
        file.settle();

        assertThat(series(notice)).isEnded();
        assertThat(series(notice)).hasPassedInOrder("Event_SeriesEnded", "End_Lifted");
        assertThat(series(notice)).hasNotPassed("End_Recurring");
        assertThat(file.timers(series(notice))).isEmpty();
        file.until(at(first.plusDays(2), LocalTime.NOON));
        assertThat(file.duties(notice)).extracting(Duty::state).containsExactly(DutyState.LIFTED);
    }
}
