package org.sifang.inspection;

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
import org.sifang.kernel.Columns;
import org.sifang.kernel.DivisionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of findings. */
@Repository
class FindingRows {

    static final String SELECT = "select f.* from finding f";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    FindingRows(JdbcClient client, JdbcTemplate jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /** One statement for all; each is tied to the latest earlier one of its item and organisation. */
    void insert(Collection<Finding> findings) {
        Columns.of(findings)
                .uuid(Finding::id)
                .uuid(Finding::notice)
                .text(Finding::clause)
                .text(Finding::clauseText)
                .text(Finding::organization)
                .text(finding -> finding.division().value())
                .text(Finding::sector)
                .text(Finding::orderer)
                .text(Finding::checklist)
                .text(Finding::item)
                .text(Finding::itemText)
                .text(Finding::description)
                .text(finding -> finding.source().name())
                .uuid(Finding::sourceId)
                .text(finding -> finding.severity().name())
                .text(Finding::finder)
                .instant(Finding::foundAt)
                .execute(jdbc, """
                        insert into finding (id, notice, clause, clause_text, organization, division, sector, orderer,
                                             checklist, item, item_text, description, source, source_id, severity,
                                             finder, found_at, state, repeat_of)
                        select n.*, 'OPEN',
                               (select f.id from finding f
                                 where f.organization = n.organization and f.item = n.item
                                   and f.checklist is not distinct from n.checklist
                                 order by f.id desc limit 1)
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                               as n (id, notice, clause, clause_text, organization, division, sector, orderer,
                                     checklist, item, item_text, description, source, source_id, severity, finder,
                                     found_at)""");
    }

    Optional<Finding> find(UUID id) {
        return list(SELECT + " where f.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Held until the end of the transaction, so that two steps never both find the same state. */
    Optional<Finding> hold(UUID id) {
        return list(SELECT + " where f.id = :id for update", Map.of("id", id)).stream()
                .findFirst();
    }

    /** The latest of that item and organisation that is not struck off. */
    Optional<Finding> standing(String organization, String checklist, String item) {
        return list(
                        SELECT + " where f.organization = :organization and f.checklist = :checklist and f.item = :item"
                                + " and f.state <> 'CLOSED' order by f.id desc limit 1",
                        Map.of("organization", organization, "checklist", checklist, "item", item))
                .stream()
                .findFirst();
    }

    List<Finding> find(Collection<UUID> ids) {
        return list(
                SELECT + " where f.id = any(:ids::uuid[]) order by f.id",
                Map.of("ids", ids.stream().map(UUID::toString).toArray(String[]::new)));
    }

    List<Finding> list(String sql, Map<String, Object> parameters) {
        return client.sql(sql)
                .params(parameters)
                .query((row, number) -> read(row))
                .list();
    }

    private static Finding read(ResultSet row) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("clause"),
                row.getString("clause_text"),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("orderer"),
                row.getString("checklist"),
                row.getString("item"),
                row.getString("item_text"),
                row.getString("description"),
                FindingSource.valueOf(row.getString("source")),
                row.getObject("source_id", UUID.class),
                Severity.valueOf(row.getString("severity")),
                row.getString("finder"),
                FindingState.valueOf(row.getString("state")),
                row.getTimestamp("found_at").toInstant(),
                row.getObject("repeat_of", UUID.class),
                row.getInt("round"),
                at(row.getTimestamp("due_at")),
                at(row.getTimestamp("overdue_at")),
                row.getString("rechecker"),
                at(row.getTimestamp("closed_at")));
    }

    private static @Nullable Instant at(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
