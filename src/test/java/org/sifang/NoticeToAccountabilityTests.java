package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sifang.engine.ClockSteering;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.NoticeView;
import org.sifang.notice.PreparedCopy;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job, told once from the signature to the last rung. */
@SifangTest
class NoticeToAccountabilityTests {

    @Autowired
    Clock clock;

    @Autowired
    ClockSteering steering;

    @Autowired
    NoticeDesk desk;

    @Autowired
    Duties duties;

    @Autowired
    Actors actors;

    @Test
    void aSignedNoticeBringsEveryCountyToItsDeadline() {
        Actor leader = actors.byUsername("city.leader");
        NoticeView notice = desk.draft(
                PreparedCopy.of(
                        new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.TONGLIAO_2020),
                        clock.instant(),
                        clock.getZone()),
                leader);
        desk.issueAtOnce(notice.id(), leader);

        List<Duty> stock = duties.list(leader, DutyFilter.of(notice.id(), null, "stock"), 0, 50)
                .items();
        assertThat(stock).hasSize(9);
        System.out.println(stock.get(0));
        steering.advanceTo(stock.get(0).dueAt().plus(Duration.ofDays(1)));
        stock = duties.list(leader, DutyFilter.of(notice.id(), null, null), 0, 50)
                .items();
        stock.forEach(d -> System.out.println(d.obligation() + " " + d.organization() + " " + d.state() + " "
                + d.timeliness() + " " + d.rungAction() + " " + d.dueAt()));
    }
}
