package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Ids;
import org.sifang.organization.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One rung for many duties at once: state, journal and messages in one transaction, with a handful of statements. A
 * duty's rung only ever rises, so that carrying the same rung out again finds nobody left. A duty whose row somebody
 * holds is left for the next chunk: perhaps he is just handing it in, and whoever waited for him while he waits for the
 * round would wait for ever.
 */
@Component
class RungClimb {

    /** Duties that climb in one transaction. */
    static final int CHUNK = 2_000;

    private static final String OWED = " and state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED')";
    private static final String MISSED = "timeliness = 'PENDING' and due_at <= :now";

    /** An answer given and sent back is late; no answer at all is silence. */
    private static final String UNANSWERED = "case when submissions = 0 then 'SILENT' else 'LATE' end";

    private final JdbcClient jdbc;
    private final Notices notices;
    private final RungMessages messages;
    private final Announcements announcements;
    private final Breaches breaches;
    private final ApplicationEventPublisher events;

    RungClimb(
            JdbcClient jdbc,
            Notices notices,
            RungMessages messages,
            Announcements announcements,
            Breaches breaches,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.messages = messages;
        this.announcements = announcements;
        this.breaches = breaches;
        this.events = events;
    }

    /** A duty after a step, and whether that step found its deadline passed without an answer. */
    private record Step(Duty duty, boolean missed) {}

    /**
     * Lets the next duties climb, and marks those that have not answered by the deadline.
     *
     * @param rung null at a deadline on which no rung stands
     * @return whether everybody who owes something in this round has been reached
     */
    boolean next(Round round, @Nullable Rung rung, Instant now) {
        List<Step> climbed = rung == null ? List.of() : raise(round, rung, now);
        boolean chunkLeft = climbed.size() == CHUNK;
        List<Step> marked = chunkLeft ? List.of() : mark(round, now);
        climbed.stream().filter(Step::missed).forEach(this::missed);
        marked.forEach(this::missed);
        if (rung != null && !climbed.isEmpty()) {
            announce(round, rung, climbed.stream().map(Step::duty).toList(), now);
        }
        boolean all = !chunkLeft && marked.size() < CHUNK && !anybodyLeft(round, rung, now);
        if (all && rung != null) {
            long standing = standing(round, rung);
            if (standing > 0) {
                messages.tellIssuer(notices.require(round.notice()), round, rung.action(), standing);
            }
        }
        return all;
    }

    /** Whether the deadline has passed for somebody who is not marked yet. */
    boolean anybodyUnmarked(UUID round, Instant now) {
        return jdbc.sql("select exists (select 1 from duty where round = :round and " + MISSED + OWED + ")")
                .param("round", round)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    private List<Step> raise(Round round, Rung rung, Instant now) {
        return jdbc.sql("with chosen as (select id, " + MISSED
                        + " as missed from duty where round = :round and rung < :rung"
                        + OWED + " order by id limit :most for update skip locked)"
                        + " update duty d set rung = :rung, rung_action = :action, timeliness = case when missed then "
                        + UNANSWERED + " else timeliness end from chosen where d.id = chosen.id"
                        + " returning d.*, chosen.missed")
                .param("rung", rung.index())
                .param("action", rung.action().name())
                .param("round", round.id())
                .param("now", Timestamp.from(now))
                .param("most", CHUNK)
                .query((row, number) -> new Step(DutyRows.read(row, number), row.getBoolean("missed")))
                .list();
    }

    /** Those the rung does not reach, or the deadline when there is no rung. */
    private List<Step> mark(Round round, Instant now) {
        if (round.dueAt().isAfter(now)) {
            return List.of();
        }
        return jdbc.sql("with chosen as (select id from duty where round = :round and " + MISSED + OWED
                        + " order by id limit :most for update skip locked)"
                        + " update duty d set timeliness = " + UNANSWERED + " from chosen where d.id = chosen.id"
                        + " returning d.*")
                .param("round", round.id())
                .param("now", Timestamp.from(now))
                .param("most", CHUNK)
                .query((row, number) -> new Step(DutyRows.read(row, number), true))
                .list();
    }

    private boolean anybodyLeft(Round round, @Nullable Rung rung, Instant now) {
        return jdbc.sql("select exists (select 1 from duty where round = :round and (rung < :rung or " + MISSED + ")"
                        + OWED + ")")
                .param("round", round.id())
                .param("rung", rung == null ? 0 : rung.index())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    private long standing(Round round, Rung rung) {
        return jdbc.sql("select count(*) from duty where round = :round and rung >= :rung" + OWED)
                .param("round", round.id())
                .param("rung", rung.index())
                .query(Long.class)
                .single();
    }

    private void announce(Round round, Rung rung, List<Duty> climbed, Instant now) {
        NoticeView notice = notices.require(round.notice());
        announcements.duties(
                climbed,
                "rung." + rung.action(),
                Actor.SYSTEM,
                now,
                Map.of(
                        "rung",
                        String.valueOf(rung.index()),
                        "scheduledAt",
                        rung.instant(round.dueAt()).toString()));
        messages.tellAddressees(notice, rung.action(), climbed);
        if (rung.action() == LadderAction.OPEN_ACCOUNTABILITY) {
            openAccountability(climbed, now);
        }
    }

    private void missed(Step step) {
        Duty duty = step.duty();
        events.publishEvent(new DeadlinePassed(duty.id(), duty.notice(), duty.organization(), duty.dueAt()));
    }

    private void openAccountability(List<Duty> climbed, Instant now) {
        List<DutyNeglected> neglected = climbed.stream()
                .map(duty -> new DutyNeglected(Ids.next(), duty.notice(), duty.organization(), duty.id(), now))
                .toList();
        breaches.record(neglected);
    }

    /** A duty's deadline passed without an answer. */
    private record DeadlinePassed(UUID duty, UUID notice, String organization, Instant dueAt) implements DutyMissed {}

    /** A duty was silent up to the last rung. */
    private record DutyNeglected(UUID id, UUID notice, String party, UUID subject, Instant at) implements Breach {}
}
