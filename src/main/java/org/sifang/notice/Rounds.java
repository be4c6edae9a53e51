package org.sifang.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds and the series of recurring obligations, as stored. */
@Repository
class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFoundException when there is none */
    Round require(UUID id) {
        return jdbc.sql("select * from round where id = :id")
                .param("id", id)
                .query(Rounds::read)
                .optional()
                .orElseThrow(() -> new NotFoundException("round"));
    }

    /** A notice's rounds that still climb, with the number of their duties that are not closed, by deadline. */
    List<LiveRound> withLiveDuties(UUID notice) {
        return jdbc.sql("""
                        select r.*, (select count(*) from duty d
                                      where d.round = r.id and d.state not in ('ACCEPTED', 'WAIVED', 'LIFTED')) as live
                          from round r where r.notice = :notice and r.state <> 'ENDED' order by r.due_at, r.id""")
                .param("notice", notice)
                .query((row, number) -> new LiveRound(read(row, number), row.getInt("live")))
                .list();
    }

    Optional<Round> find(UUID notice, String obligation, Instant dueAt, boolean fanOut) {
        return jdbc.sql("""
                        select * from round where notice = :notice and obligation = :obligation and due_at = :dueAt
                           and fan_out = :fanOut""")
                .param("notice", notice)
                .param("obligation", obligation)
                .param("dueAt", Timestamp.from(dueAt))
                .param("fanOut", fanOut)
                .query(Rounds::read)
                .optional();
    }

    /** A round of that deadline which still climbs, held until the transaction's end so that it does not end meanwhile. */
    Optional<Round> findLive(UUID notice, String obligation, Instant dueAt) {
        return jdbc.sql("""
                        select * from round where notice = :notice and obligation = :obligation and due_at = :dueAt
                           and state <> 'ENDED' order by fan_out desc limit 1 for update""")
                .param("notice", notice)
                .param("obligation", obligation)
                .param("dueAt", Timestamp.from(dueAt))
                .query(Rounds::read)
                .optional();
    }

    /** Holds the row until the transaction's end. */
    Round lock(UUID id) {
        return jdbc.sql("select * from round where id = :id for update")
                .param("id", id)
                .query(Rounds::read)
                .single();
    }

    List<Round> live(UUID notice) {
        return jdbc.sql("select * from round where notice = :notice and state <> 'ENDED' order by due_at, id")
                .param("notice", notice)
                .query(Rounds::read)
                .list();
    }

    Round insert(UUID notice, String obligation, Instant opensAt, Instant dueAt, boolean fanOut) {
        Round round = new Round(Ids.next(), notice, obligation, opensAt, dueAt, Round.State.OPENING, fanOut, null, 0);
        jdbc.sql("""
                        insert into round (id, notice, obligation, opens_at, due_at, state, fan_out)
                        values (:id, :notice, :obligation, :opensAt, :dueAt, 'OPENING', :fanOut)""")
                .param("id", round.id())
                .param("notice", notice)
                .param("obligation", obligation)
                .param("opensAt", Timestamp.from(opensAt))
                .param("dueAt", Timestamp.from(dueAt))
                .param("fanOut", fanOut)
                .update();
        return round;
    }

    void openedTo(UUID id, String organization) {
        jdbc.sql("update round set opened_to = :code where id = :id")
                .param("code", organization)
                .param("id", id)
                .update();
    }

    void opened(UUID id) {
        jdbc.sql("update round set state = 'OPEN' where id = :id and state = 'OPENING'")
                .param("id", id)
                .update();
    }

    void climbed(UUID id, int rung) {
        jdbc.sql("update round set climbed = greatest(climbed, :rung) where id = :id")
                .param("rung", rung)
                .param("id", id)
                .update();
    }

    /**
     * From here on it only takes duties in: its place in the series is behind it, and the series may have a round of its
     * own at the new deadline.
     */
    void moved(UUID id, Instant dueAt) {
        jdbc.sql("update round set due_at = :dueAt, fan_out = false where id = :id")
                .param("dueAt", Timestamp.from(dueAt))
                .param("id", id)
                .update();
    }

    void ended(UUID id, Instant at) {
        jdbc.sql("update round set state = 'ENDED', ended_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Whether somebody in it still owes something, or waits for acceptance. */
    boolean hasLiveDuties(UUID id) {
        return jdbc.sql("""
                        select exists (select 1 from duty where round = :id
                            and state not in ('ACCEPTED', 'WAIVED', 'LIFTED'))""").param("id", id).query(Boolean.class).single();
    }

    UUID insertSeries(UUID notice, String obligation, LocalDate firstDay) {
        UUID id = Ids.next();
        jdbc.sql("insert into obligation_series (id, notice, obligation, next_day) values (:id, :notice, :code, :day)")
                .param("id", id)
                .param("notice", notice)
                .param("code", obligation)
                .param("day", firstDay)
                .update();
        return id;
    }

    /** A recurring obligation of one notice and the day of its next round. */
    record Series(UUID id, UUID notice, String obligation, LocalDate nextDay) {}

    Series lockSeries(UUID id) {
        return jdbc.sql("select * from obligation_series where id = :id for update")
                .param("id", id)
                .query((row, number) -> new Series(
                        row.getObject("id", UUID.class),
                        row.getObject("notice", UUID.class),
                        row.getString("obligation"),
                        row.getObject("next_day", LocalDate.class)))
                .single();
    }

    List<UUID> series(UUID notice) {
        return jdbc.sql("select id from obligation_series where notice = :notice")
                .param("notice", notice)
                .query(UUID.class)
                .list();
    }

    void nextDay(UUID series, LocalDate day) {
        jdbc.sql("update obligation_series set next_day = :day where id = :id")
                .param("day", day)
                .param("id", series)
                .update();
    }

    private static Round read(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("obligation"),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                Round.State.valueOf(row.getString("state")),
                row.getBoolean("fan_out"),
                row.getString("opened_to"),
                row.getInt("climbed"));
    }
}
