package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
     * The rounds of a notice whose ladder has not ended, by deadline; for its issuer.
     *
     * @throws org.sifang.kernel.NotFoundException when there is no notice he may see
     */
    public List<LiveRound> live(UUID notice, Actor reader) {
        NoticeAuthority.prepares(reader, notices.require(notice, reader).issuer());
        return rounds.withLiveDuties(notice);
    }

    /** @throws org.sifang.kernel.NotFoundException when there is none, or none of a notice he may see */
    public Round require(UUID id, Actor reader) {
        Round round = rounds.require(id);
        notices.require(round.notice(), reader);
        return round;
    }

    /**
     * @return how many duties got the new deadline
     * @throws FaultsException with every fault of the new deadline and the reason
     * @throws StateConflictException when the round's ladder has come to an end
     */
    @Transactional
    public int extend(UUID roundId, @Nullable Instant dueAt, @Nullable String reason, Actor by) {
        NoticeView notice = notices.require(rounds.require(roundId).notice(), by);
        NoticeAuthority.prepares(by, notice.issuer());
        duties.lockLive(roundId);
        Round round = rounds.lock(roundId);
        if (round.state() != Round.State.OPEN) {
            throw new StateConflictException("round", round.state().name(), Round.State.OPEN.name());
        }
        Instant now = clock.instant();
        List<Fault> faults = faults(round, dueAt, reason, now);
        if (!faults.isEmpty() || dueAt == null || reason == null) {
            throw new FaultsException(faults);
        }
        rounds.moved(roundId, dueAt);
        List<Duty> moved = move(roundId, dueAt, reason.strip());
        Duration later = Duration.between(round.dueAt(), dueAt);
        List<UUID> ids = moved.stream().map(Duty::id).toList();
        workItems.reschedule(ids, round.dueAt(), dueAt);
        inner.move(ids, later);
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

    private static List<Fault> faults(Round round, @Nullable Instant dueAt, @Nullable String reason, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (dueAt == null) {
            faults.add(Fault.at("dueAt", "fault.notice.extend.missing"));
        } else if (!dueAt.isAfter(now)) {
            faults.add(Fault.at("dueAt", "fault.notice.extend.past"));
        } else if (!dueAt.isAfter(round.dueAt())) {
            faults.add(Fault.at("dueAt", "fault.notice.extend.earlier"));
        }
        if (reason == null || reason.isBlank()) {
            faults.add(Fault.at("reason", "fault.notice.reason.missing"));
        }
        return faults;
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
