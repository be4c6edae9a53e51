package org.sifang.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of a finding, in its row and in the row of its present round. */
@Repository
class RectificationRounds {

    private final JdbcClient jdbc;

    RectificationRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the next round. */
    void begin(Finding finding, String instruction, Instant dueAt, String by, Instant now) {
        jdbc.sql("""
                        insert into rectification_round (finding, number, instruction, ordered_by, ordered_at, due_at)
                        values (:finding, :number, :instruction, :by, :now, :due)""")
                .param("finding", finding.id())
                .param("number", finding.round() + 1)
                .param("instruction", instruction)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(dueAt))
                .update();
        jdbc.sql("""
                        update finding set state = 'ORDERED', round = :number, due_at = :due, overdue_at = null,
                               rechecker = null
                         where id = :finding""")
                .param("number", finding.round() + 1)
                .param("due", Timestamp.from(dueAt))
                .param("finding", finding.id())
                .update();
    }

    void extend(Finding finding, Instant dueAt) {
        both(finding, "due_at = :due", dueAt);
    }

    void overdue(Finding finding, Instant now) {
        both(finding, "overdue_at = :due", now);
        state(finding, FindingState.OVERDUE);
    }

    private void both(Finding finding, String change, Instant instant) {
        for (String row : List.of(
                "update finding set " + change + " where id = :finding and round = :number",
                "update rectification_round set " + change + " where finding = :finding and number = :number")) {
            jdbc.sql(row)
                    .param("due", Timestamp.from(instant))
                    .param("finding", finding.id())
                    .param("number", finding.round())
                    .update();
        }
    }

    void evidence(Finding finding, String evidence, String by, Instant now) {
        jdbc.sql("""
                        update rectification_round set evidence = :evidence, evidence_by = :by, evidence_at = :now
                         where finding = :finding and number = :number""")
                .param("evidence", evidence)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("finding", finding.id())
                .param("number", finding.round())
                .update();
        state(finding, FindingState.EVIDENCE);
    }

    void rechecker(Finding finding, String username) {
        jdbc.sql("update finding set rechecker = :username where id = :finding")
                .param("username", username)
                .param("finding", finding.id())
                .update();
        state(finding, FindingState.RECHECK);
    }

    void rechecked(Finding finding, boolean mended, String remark, String by, Instant now) {
        jdbc.sql("""
                        update rectification_round set mended = :mended, remark = :remark, rechecked_by = :by,
                               rechecked_at = :now
                         where finding = :finding and number = :number""")
                .param("mended", mended)
                .param("remark", remark)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("finding", finding.id())
                .param("number", finding.round())
                .update();
    }

    void close(Finding finding, Instant now) {
        jdbc.sql("update finding set closed_at = :now where id = :finding")
                .param("now", Timestamp.from(now))
                .param("finding", finding.id())
                .update();
        state(finding, FindingState.CLOSED);
    }

    private void state(Finding finding, FindingState state) {
        jdbc.sql("update finding set state = :state where id = :finding")
                .param("state", state.name())
                .param("finding", finding.id())
                .update();
    }

    List<RectificationRound> of(UUID finding) {
        return jdbc.sql("select * from rectification_round where finding = :finding order by number")
                .param("finding", finding)
                .query((row, number) -> read(row))
                .list();
    }

    private static RectificationRound read(ResultSet row) throws SQLException {
        return new RectificationRound(
                row.getInt("number"),
                row.getString("instruction"),
                row.getString("ordered_by"),
                row.getTimestamp("ordered_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                at(row.getTimestamp("overdue_at")),
                row.getString("evidence"),
                row.getString("evidence_by"),
                at(row.getTimestamp("evidence_at")),
                row.getObject("mended", Boolean.class),
                row.getString("remark"),
                row.getString("rechecked_by"),
                at(row.getTimestamp("rechecked_at")));
    }

    private static @Nullable Instant at(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
