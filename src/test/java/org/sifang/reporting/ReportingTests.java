package org.sifang.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Timeliness;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;

@SifangTest
class ReportingTests {

    @Autowired
    Clock clock;

    @Autowired
    NoticeDesk notices;

    @Autowired
    DutyDesk desk;

    @Autowired
    Duties duties;

    @Autowired
    Reports reports;

    @Autowired
    Actors actors;

    Actor officer;
    Actor leader;
    Duty duty;

    @BeforeEach
    void issueANotice() {
        Actor city = actors.byUsername("city.leader");
        officer = actors.byUsername("150502.officer");
        leader = actors.byUsername("150502.leader");
        NoticeView notice = notices.draft(ReportStage.definition(clock), city);
        notices.issueAtOnce(notice.id(), city);
        duty = duties.list(city, DutyFilter.of(notice.id(), "150502", "stock"), 0, 1)
                .items()
                .get(0);
        desk.receive(duty.id(), null, null, officer);
    }

    @Test
    void whereThereIsNobodyTheFormHasToSayIt() {
        assertThatThrownBy(() -> desk.prepare(duty.id(), Map.of("zero", false), officer))
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        faults -> assertThat(faults.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.path()).isEqualTo("zero");
                            assertThat(fault.code()).isEqualTo("fault.reporting.zero.unsaid");
                        }));
    }

    @Test
    void aZeroReportIsAnAnswerAndIsFrozenLikeAnyOther() {
        desk.prepare(duty.id(), Map.of("zero", true, "remark", "全区已排查"), officer);
        desk.signOff(duty.id(), true, null, leader);

        Duty answered = duties.require(duty.id());
        assertThat(answered.state()).isEqualTo(DutyState.SUBMITTED);
        assertThat(answered.timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(answered.zero()).isTrue();
        Report report = reports.require(duty.id(), officer);
        FrozenTable table = report.requireMain();
        assertThat(table.zero()).isTrue();
        assertThat(table.number()).matches("150502〔\\d{4}〕\\d+号");
        assertThat(table.remark()).isEqualTo("全区已排查");
        assertThat(table.hash()).matches("[0-9a-f]{64}");
        assertThat(table.submittedBy()).isEqualTo("150502.officer");
        assertThat(table.signedBy()).isEqualTo("150502.leader");
        assertThat(reports.verify(report))
                .extracting(Reports.Verified::verdict)
                .containsExactly(Reports.Verdict.INTACT);
    }
}
