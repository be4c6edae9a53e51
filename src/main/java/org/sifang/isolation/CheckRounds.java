package org.sifang.isolation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The check days, as stored. */
@Repository
class CheckRounds {

    private final JdbcClient jdbc;

    CheckRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the day was planned before */
    boolean insert(CheckRound round) {
        return jdbc.sql("""
                                insert into check_round (id, notice, day, state, opens_at, cut_off_at, sweep_at)
                                values (:id, :notice, :day, 'PLANNED', :opensAt, :cutOffAt, :sweepAt)
                                on conflict (notice, day) do nothing""")
                        .param("id", round.id())
                        .param("notice", round.notice())
                        .param("day", round.day())
                        .param("opensAt", Timestamp.from(round.opensAt()))
                        .param("cutOffAt", Timestamp.from(round.cutOffAt()))
                        .param("sweepAt", Timestamp.from(round.sweepAt()))
                        .update()
                == 1;
    }

    /** Whether a day of the notice is still to come, or under way. */
    boolean anyLive(UUID notice) {
        return jdbc.sql("select exists (select 1 from check_round where notice = :notice and state <> 'CLOSED')")
                .param("notice", notice)
                .query(Boolean.class)
                .single();
    }

    Optional<CheckRound> find(UUID notice, LocalDate day) {
        return jdbc.sql("select * from check_round where notice = :notice and day = :day")
                .param("notice", notice)
                .param("day", day)
                .query(CheckRounds::read)
                .optional();
    }

    CheckRound require(UUID id) {
        return jdbc.sql("select * from check_round where id = :id")
                .param("id", id)
                .query(CheckRounds::read)
                .single();
    }

    /** Holds the row until the transaction's end. */
    CheckRound lock(UUID id) {
        return jdbc.sql("select * from check_round where id = :id for update")
                .param("id", id)
                .query(CheckRounds::read)
                .single();
    }

    void state(UUID id, CheckRound.State state, @Nullable Instant closedAt) {
        jdbc.sql("update check_round set state = :state, position = null, closed_at = :closedAt where id = :id")
                .param("state", state.name())
                .param("closedAt", closedAt == null ? null : Timestamp.from(closedAt))
                .param("id", id)
                .update();
    }

    /** Remembers how far the present step has come; null begins the next one. */
    void position(UUID id, @Nullable UUID position) {
        jdbc.sql("update check_round set position = :position where id = :id")
                .param("position", position)
                .param("id", id)
                .update();
    }

    void notHeld(UUID id) {
        jdbc.sql("update check_round set held = false where id = :id")
                .param("id", id)
                .update();
    }

    void opened(UUID id, int more) {
        jdbc.sql("update check_round set opened = opened + :more where id = :id")
                .param("more", more)
                .param("id", id)
                .update();
    }

    void missed(UUID id, int more) {
        jdbc.sql("update check_round set missed = missed + :more where id = :id")
                .param("more", more)
                .param("id", id)
                .update();
    }

    private static CheckRound read(ResultSet row, int number) throws SQLException {
        return new CheckRound(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getObject("day", LocalDate.class),
                CheckRound.State.valueOf(row.getString("state")),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("cut_off_at").toInstant(),
                row.getTimestamp("sweep_at").toInstant(),
                row.getObject("position", UUID.class),
                row.getBoolean("held"));
    }
}
