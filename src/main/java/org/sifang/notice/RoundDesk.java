package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.worklist.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves the deadline of a whole round: everybody in it gets the new one, and the round's one timer moves along. */
@Service
public class RoundDesk {

    private final Rounds rounds;
    private final Duties duties;
    private final Notices notices;
    private final RoundLadder ladder;
    private final RoundFlow flow;
    private final InnerDeadlines inner;
    private final WorkItems workItems;
    private final Announcements announcements;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundDesk(
            Rounds rounds,
            Duties duties,
            Notices notices,
            RoundLadder ladder,
            RoundFlow flow,
            InnerDeadlines inner,
            WorkItems workItems,
            Announcements announcements,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.duties = duties;
        this.notices = notices;
        this.ladder = ladder;
        this.flow = flow;
        this.inner = inner;
        this.workItems = workItems;
        this.announcements = announcements;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return how many duties got the new deadline
     * @throws StateConflictException when the round's ladder has come to an end
     */
    @Transactional
    public int extend(UUID roundId, @Nullable Instant dueAt, @Nullable String reason, Actor by) {
        duties.lockLive(roundId);
        Round round = rounds.lock(roundId);
        NoticeView notice = notices.require(round.notice(), by);
        NoticeAuthority.prepares(by, notice.issuer());
        if (round.state() != Round.State.OPEN) {
            throw new StateConflictException("round", round.state().name(), Round.State.OPEN.name());
        }
        if (dueAt == null || reason == null || reason.isBlank()) {
            throw new FaultsException(
                    dueAt == null
                            ? Fault.at("dueAt", "fault.notice.extend.missing")
                            : Fault.at("reason", "fault.notice.reason.missing"));
        }
        Instant now = clock.instant();
        if (!dueAt.isAfter(now)) {
            throw new FaultsException(Fault.at("dueAt", "fault.notice.extend.past"));
        }
        if (!dueAt.isAfter(round.dueAt())) {
            throw new FaultsException(Fault.at("dueAt", "fault.notice.extend.earlier"));
        }
        rounds.moved(roundId, dueAt);
        List<Duty> moved = move(roundId, dueAt, reason.strip());
        Duration later = Duration.between(round.dueAt(), dueAt);
        moved.forEach(duty -> {
            workItems.reschedule(duty.id(), round.dueAt(), dueAt);
            inner.move(duty.id(), later);
        });
        announcements.duties(
                moved,
                "extended",
                by.username(),
                now,
                Map.of("before", round.dueAt().toString(), "reason", reason.strip()));
        announcements.tellAddressees(moved, "extended", notice.caption());
        ladder.nextRungAt(roundId).ifPresent(at -> flow.rescheduled(roundId, at));
        return moved.size();
    }

    /** What waits for acceptance moves along: it was handed in before the new deadline, and may come back. */
    private List<Duty> move(UUID round, Instant dueAt, String reason) {
        return jdbc.sql("""
                        update duty d set due_at = :dueAt, reason = :reason,
                               timeliness = case when d.state = 'SUBMITTED' then 'ON_TIME' else 'PENDING' end
                         where d.round = :round and d.state not in ('ACCEPTED', 'WAIVED', 'LIFTED')
                        returning d.*""")
                .param("dueAt", Timestamp.from(dueAt))
                .param("reason", reason)
                .param("round", round)
                .query(DutyRows::read)
                .list();
    }
}
