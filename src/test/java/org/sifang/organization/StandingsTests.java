package org.sifang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@SifangTest
@Transactional
@NullMarked
class StandingsTests {

    private static final String UNIT = "150502-HEALTH";

    @Autowired
    private Standings standings;

    @Autowired
    private Actors actors;

    @Autowired
    private Journal journal;

    @Autowired
    private Clock clock;

    private Instant now = Instant.EPOCH;
    private final UUID caseId = Ids.next();

    @BeforeEach
    void today() {
        now = clock.instant();
    }

    @Test
    void aSuspendedOrganisationIsSeenByWhoeverGivesItWork() {
        standings.suspend(UNIT, caseId, "自查不合格", Actor.SYSTEM, now);

        assertThat(standings.isSuspended(UNIT)).isTrue();
        assertThat(standings.of(UNIT)).hasValueSatisfying(standing -> {
            assertThat(standing.reason()).isEqualTo("自查不合格");
            assertThat(standing.basis()).isEqualTo(caseId);
            assertThat(standing.open()).isTrue();
        });
        assertThat(standings.suspended(List.of(UNIT, "150521-HEALTH"))).containsOnlyKeys(UNIT);
    }

    @Test
    void theSameGroundTwiceIsOneSuspensionAndOneEntry() {
        Standing first = standings.suspend(UNIT, caseId, "自查不合格", Actor.SYSTEM, now);
        Standing again = standings.suspend(UNIT, caseId, "自查不合格", Actor.SYSTEM, now.plusSeconds(60));

        assertThat(again).isEqualTo(first);
        assertThat(standings.history(UNIT)).hasSize(1);
        assertThat(actions()).containsExactly("organisation.suspended");
    }

    @Test
    void staysSuspendedUntilTheLastGroundIsGone() {
        UUID other = Ids.next();
        standings.suspend(UNIT, caseId, "自查不合格", Actor.SYSTEM, now);
        standings.suspend(UNIT, other, "整改逾期", Actor.SYSTEM, now);

        assertThat(standings.reinstate(UNIT, caseId, "整改合格", "city.leader", now.plusSeconds(60)))
                .isTrue();
        assertThat(standings.isSuspended(UNIT)).isTrue();
        assertThat(standings.reinstate(UNIT, caseId, "整改合格", "city.leader", now.plusSeconds(60)))
                .isFalse();
        assertThat(standings.reinstate(UNIT, other, "整改合格", "city.leader", now.plusSeconds(60)))
                .isTrue();
        assertThat(standings.isSuspended(UNIT)).isFalse();
        assertThat(actions())
                .containsExactly(
                        "organisation.suspended",
                        "organisation.suspended",
                        "organisation.reinstated",
                        "organisation.reinstated");
    }

    @Test
    void aLeaderAboveItReinstatesWithAReason() {
        standings.suspend(UNIT, null, "逾期未报", "city.leader", now);
        Actor leader = actors.byUsername("city.leader");

        standings.reinstate(UNIT, "已整改", leader, now.plus(Duration.ofDays(1)));

        assertThat(standings.of(UNIT)).isEmpty();
        assertThat(standings.history(UNIT)).singleElement().satisfies(standing -> {
            assertThat(standing.reinstatedBy()).isEqualTo("city.leader");
            assertThat(standing.reinstatedReason()).isEqualTo("已整改");
        });
        assertThatThrownBy(() -> standings.reinstate(UNIT, "已整改", leader, now))
                .isInstanceOf(StateConflictException.class);
    }

    @Test
    void nobodyElseReinstates() {
        standings.suspend(UNIT, null, "逾期未报", "city.leader", now);
        standings.suspend("150502", null, "逾期未报", "city.leader", now);

        assertThatThrownBy(() -> standings.reinstate(UNIT, "已整改", actors.byUsername("city.officer"), now))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> standings.reinstate(UNIT, "已整改", actors.byUsername("150521.leader"), now))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> standings.reinstate("150502", "已整改", actors.byUsername("150502.leader"), now))
                .isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> standings.reinstate(UNIT, " ", actors.byUsername("city.leader"), now))
                .isInstanceOf(FaultsException.class);
        assertThat(standings.isSuspended(UNIT)).isTrue();
    }

    @Test
    void anOrganisationThatDoesNotExistIsNotSuspended() {
        assertThatThrownBy(() -> standings.suspend("nowhere", null, "逾期未报", Actor.SYSTEM, now))
                .isInstanceOf(NotFoundException.class);
    }

    private List<String> actions() {
        return journal.allAbout(UNIT).stream()
                .map(JournalEntryView::action)
                .filter(action -> action.equals("organisation.suspended") || action.equals("organisation.reinstated"))
                .toList();
    }
}
