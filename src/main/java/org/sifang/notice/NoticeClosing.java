package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;

/** Ends what still runs under a notice that was lifted or superseded. */
@Service
public class NoticeClosing {

    /** Duties closed in one transaction. */
    private static final int CHUNK = 200;

    private final Notices notices;
    private final Rounds rounds;
    private final Duties duties;
    private final RoundFlow roundFlow;
    private final DutyFlow dutyFlow;
    private final Announcements announcements;
    private final List<NoticeEnding> endings;
    private final Clock clock;

    NoticeClosing(
            Notices notices,
            Rounds rounds,
            Duties duties,
            RoundFlow roundFlow,
            DutyFlow dutyFlow,
            Announcements announcements,
            List<NoticeEnding> endings,
            Clock clock) {
        this.notices = notices;
        this.rounds = rounds;
        this.duties = duties;
        this.roundFlow = roundFlow;
        this.dutyFlow = dutyFlow;
        this.announcements = announcements;
        this.endings = List.copyOf(endings);
        this.clock = clock;
    }

    /**
     * Ends ladders and series first, then closes the next duties with the notice's reason, and then whatever others still
     * run under it.
     *
     * @return whether all are closed
     */
    public boolean closeChunk(UUID noticeId) {
        NoticeView notice = notices.require(noticeId);
        // Duties are held before their rounds, as by whoever closes one of them just now.
        List<Duty> open = duties.live(noticeId, CHUNK);
        rounds.series(noticeId).forEach(roundFlow::seriesEnded);
        rounds.live(noticeId).forEach(round -> roundFlow.closed(round.id()));
        if (!open.isEmpty()) {
            Instant now = clock.instant();
            String reason = Objects.requireNonNullElse(notice.endReason(), "");
            String by = Objects.requireNonNullElse(notice.endedBy(), Actor.SYSTEM);
            duties.lift(open, by, Timestamp.from(now), reason);
            dutyFlow.lifted(open.stream().map(Duty::id).toList());
            announcements.duties(open, "lifted", by, now, Map.of("reason", reason));
            announcements.tellAddressees(open.stream().filter(Duty::owed).toList(), "lifted", notice.caption());
        }
        return open.size() < CHUNK && endings.stream().allMatch(ending -> ending.endChunk(notice));
    }
}
