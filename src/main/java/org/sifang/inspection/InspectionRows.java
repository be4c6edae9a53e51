package org.sifang.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of planned inspections. */
@Repository
class InspectionRows {

    static final String SELECT = "select i.* from inspection i";

    private final JdbcClient jdbc;
    private final Checklists checklists;
    private final ObjectMapper json;

    InspectionRows(JdbcClient jdbc, Checklists checklists, ObjectMapper json) {
        this.jdbc = jdbc;
        this.checklists = checklists;
        this.json = json;
    }

    void insert(Inspection one) {
        jdbc.sql("""
                        insert into inspection (id, notice, duty, clause, clause_text, organization, division, sector, title,
                                                checklist, content, targets, announced, size, due_at, state, planned_at,
                                                planned_by)
                        values (:id, :notice, :duty, :clause, :clauseText, :organization, :division, :sector, :title,
                                :checklist, :content::jsonb, :targets::jsonb, :announced, :size, :dueAt, :state,
                                :plannedAt, :plannedBy)""")
                .param("id", one.id())
                .param("notice", one.notice())
                .param("duty", one.duty())
                .param("clause", one.clause())
                .param("clauseText", one.clauseText())
                .param("organization", one.organization())
                .param("division", one.division().value())
                .param("sector", one.sector())
                .param("title", one.title())
                .param("checklist", one.checklist().code())
                .param("content", checklists.write(one.checklist()))
                .param("targets", write(one.targets()))
                .param("announced", one.announced())
                .param("size", one.size())
                .param("dueAt", Timestamp.from(one.dueAt()))
                .param("state", one.state().name())
                .param("plannedAt", Timestamp.from(one.plannedAt()))
                .param("plannedBy", one.plannedBy())
                .update();
    }

    Optional<Inspection> find(UUID id) {
        return list(SELECT + " where i.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Held until the end of the transaction, so that two steps never both find the same state. */
    Optional<Inspection> hold(UUID id) {
        return list(SELECT + " where i.id = :id for update", Map.of("id", id)).stream()
                .findFirst();
    }

    List<Inspection> find(Collection<UUID> ids) {
        return list(
                SELECT + " where i.id = any(:ids::uuid[]) order by i.id",
                Map.of("ids", ids.stream().map(UUID::toString).toArray(String[]::new)));
    }

    /** The one that meets this duty, unless it was cancelled. */
    Optional<Inspection> ofDuty(UUID duty) {
        return list(SELECT + " where i.duty = :duty and i.state <> 'CANCELLED'", Map.of("duty", duty)).stream()
                .findFirst();
    }

    /** Open ones of a notice, the oldest first. */
    List<Inspection> openOf(UUID notice, int most) {
        return list(
                SELECT + " where i.notice = :notice and i.state in ('PLANNED', 'VISITING', 'REVIEW')"
                        + " order by i.id limit :most for update",
                Map.of("notice", notice, "most", most));
    }

    List<Inspection> list(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> read(row))
                .list();
    }

    void size(UUID id, int size, boolean announced) {
        jdbc.sql("update inspection set size = :size, announced = :announced where id = :id")
                .param("size", size)
                .param("announced", announced)
                .param("id", id)
                .update();
    }

    void state(UUID id, InspectionState state) {
        jdbc.sql("update inspection set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** The draw that counts from now on; null takes it back. */
    void draw(UUID id, @Nullable UUID draw) {
        jdbc.sql("update inspection set draw = :draw where id = :id")
                .param("draw", draw)
                .param("id", id)
                .update();
    }

    void dueAt(UUID id, Instant dueAt) {
        jdbc.sql("update inspection set due_at = :dueAt where id = :id")
                .param("dueAt", Timestamp.from(dueAt))
                .param("id", id)
                .update();
    }

    void confirmed(UUID id, String by, Instant now) {
        jdbc.sql("update inspection set confirmed_at = :now, confirmed_by = :by where id = :id")
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("id", id)
                .update();
    }

    void end(UUID id, InspectionState state, String by, Instant now, @Nullable String reason) {
        jdbc.sql("""
                        update inspection set state = :state, ended_at = :now, ended_by = :by, reason = :reason
                         where id = :id""")
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private Inspection read(ResultSet row) throws SQLException {
        return new Inspection(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getObject("duty", UUID.class),
                row.getString("clause"),
                row.getString("clause_text"),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("title"),
                checklists.read(row.getString("content")),
                targets(row.getString("targets")),
                row.getBoolean("announced"),
                row.getInt("size"),
                row.getTimestamp("due_at").toInstant(),
                InspectionState.valueOf(row.getString("state")),
                row.getTimestamp("planned_at").toInstant(),
                row.getString("planned_by"),
                row.getObject("draw", UUID.class),
                at(row.getTimestamp("confirmed_at")),
                row.getString("confirmed_by"),
                at(row.getTimestamp("ended_at")),
                row.getString("ended_by"),
                row.getString("reason"));
    }

    static @Nullable Instant at(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private String write(Targets targets) {
        try {
            return json.writeValueAsString(targets);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Targets cannot be written", impossible);
        }
    }

    private Targets targets(String kept) {
        try {
            return json.readValue(kept, Targets.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Kept targets cannot be read", damaged);
        }
    }
}
