package org.sifang.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of visits. */
@Repository
class VisitRows {

    static final String SELECT = "select v.* from inspection_visit v";

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Collection<Visit> visits) {
        for (Visit visit : visits) {
            jdbc.sql("""
                            insert into inspection_visit (id, inspection, organization, division, sector, inspectors,
                                                          announced, due_at, state)
                            values (:id, :inspection, :organization, :division, :sector, :inspectors, :announced, :dueAt,
                                    :state)""")
                    .param("id", visit.id())
                    .param("inspection", visit.inspection())
                    .param("organization", visit.organization())
                    .param("division", visit.division().value())
                    .param("sector", visit.sector())
                    .param("inspectors", visit.inspectors().toArray(String[]::new))
                    .param("announced", visit.announced())
                    .param("dueAt", Timestamp.from(visit.dueAt()))
                    .param("state", visit.state().name())
                    .update();
        }
    }

    Optional<Visit> find(UUID id) {
        return list(SELECT + " where v.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Held until the end of the transaction. */
    Optional<Visit> hold(UUID id) {
        return list(SELECT + " where v.id = :id for update", Map.of("id", id)).stream()
                .findFirst();
    }

    /** Those of an inspection, by the code of what is visited. */
    List<Visit> of(UUID inspection) {
        return list(
                SELECT + " where v.inspection = :inspection order by v.organization", Map.of("inspection", inspection));
    }

    List<Visit> of(Collection<UUID> inspections) {
        return list(
                SELECT + " where v.inspection = any(:ids::uuid[]) order by v.organization",
                Map.of("ids", inspections.stream().map(UUID::toString).toArray(String[]::new)));
    }

    List<Visit> list(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> read(row))
                .list();
    }

    void start(UUID id, String by, Instant now) {
        jdbc.sql("""
                        update inspection_visit set state = 'STARTED', started_at = coalesce(started_at, :now),
                               started_by = coalesce(started_by, :by)
                         where id = :id""")
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("id", id)
                .update();
    }

    void done(UUID id, VisitScore score, String receivedBy, @Nullable String remark, String by, Instant now) {
        jdbc.sql("""
                        update inspection_visit set state = 'DONE', done_at = :now, done_by = :by, score = :score,
                               passed = :passed, received_by = :receivedBy, remark = :remark
                         where id = :id""")
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("score", score.points())
                .param("passed", score.passed())
                .param("receivedBy", receivedBy)
                .param("remark", remark)
                .param("id", id)
                .update();
    }

    void cancel(UUID inspection, String reason) {
        jdbc.sql("""
                        update inspection_visit set state = 'CANCELLED', reason = :reason
                         where inspection = :inspection and state in ('PLANNED', 'STARTED')""").param("reason", reason).param("inspection", inspection).update();
    }

    /** To be mended by its inspectors, by another deadline. */
    void reopen(Collection<UUID> ids, String reason, Instant dueAt) {
        jdbc.sql("""
                        update inspection_visit set state = 'STARTED', done_at = null, done_by = null, reason = :reason,
                               due_at = :dueAt
                         where id = any(:ids::uuid[])""")
                .param("reason", reason)
                .param("dueAt", Timestamp.from(dueAt))
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** Marks what is late and was not marked before; answers what was marked now. */
    List<Visit> markOverdue(UUID inspection, Instant now) {
        return jdbc.sql("""
                        update inspection_visit v set overdue_at = :now
                         where v.inspection = :inspection and v.state in ('PLANNED', 'STARTED') and v.overdue_at is null
                           and v.due_at <= :now
                        returning v.*""")
                .param("now", Timestamp.from(now))
                .param("inspection", inspection)
                .query((row, number) -> read(row))
                .list();
    }

    private static Visit read(ResultSet row) throws SQLException {
        return new Visit(
                row.getObject("id", UUID.class),
                row.getObject("inspection", UUID.class),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                Arrays.asList((String[]) row.getArray("inspectors").getArray()),
                row.getBoolean("announced"),
                row.getTimestamp("due_at").toInstant(),
                VisitState.valueOf(row.getString("state")),
                InspectionRows.at(row.getTimestamp("started_at")),
                row.getString("started_by"),
                InspectionRows.at(row.getTimestamp("done_at")),
                row.getString("done_by"),
                InspectionRows.at(row.getTimestamp("overdue_at")),
                row.getBigDecimal("score"),
                row.getObject("passed", Boolean.class),
                row.getString("received_by"),
                row.getString("remark"),
                row.getString("reason"));
    }
}
