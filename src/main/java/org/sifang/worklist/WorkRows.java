package org.sifang.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.sifang.kernel.DivisionCode;

/** Reads rows of {@code work_item} joined with their assignee's name. */
final class WorkRows {

    static final String COLUMNS = """
            w.id, w.process, w.subject, w.task_key, w.form, w.name, w.title, w.detail, w.notice, w.clause, w.organization,
            w.organization_name, w.division, w.sector, w.scope_key, w.assignee, o.name as assignee_name, w.due_at,
            w.created_at, w.completed_at, w.removed""";

    private WorkRows() {}

    static WorkItem read(ResultSet row, int number) throws SQLException {
        Timestamp completedAt = row.getTimestamp("completed_at");
        return new WorkItem(
                row.getString("id"),
                row.getString("process"),
                row.getObject("subject", UUID.class),
                row.getString("task_key"),
                row.getString("form"),
                row.getString("name"),
                row.getString("title"),
                row.getString("detail"),
                row.getObject("notice", UUID.class),
                row.getString("clause"),
                row.getString("organization"),
                row.getString("organization_name"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("scope_key"),
                row.getString("assignee"),
                row.getString("assignee_name"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                completedAt == null ? null : completedAt.toInstant(),
                row.getBoolean("removed"));
    }
}
