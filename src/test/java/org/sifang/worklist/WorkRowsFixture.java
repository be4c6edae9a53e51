package org.sifang.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Ids;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.Scope;
import org.sifang.organization.Scope.Reach;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of the task list without anything behind them, of organisations that exist in one test only. */
final class WorkRowsFixture {

    private final JdbcTemplate jdbc;
    private final UUID notice = Ids.next();
    private final String organization;

    WorkRowsFixture(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.organization = "T" + notice;
    }

    /** Tasks of an organisation that there is, beside whatever else it has. */
    WorkRowsFixture(JdbcTemplate jdbc, String organization) {
        this.jdbc = jdbc;
        this.organization = organization;
    }

    String organization() {
        return organization;
    }

    UUID notice() {
        return notice;
    }

    /** An open task of a role of the fixture's organisation, in the division 150502, line HEALTH. */
    String task(Role role, @Nullable String assignee, Instant dueAt) {
        return task(organization, role, assignee, dueAt, "核对名单");
    }

    String task(String owner, Role role, @Nullable String assignee, Instant dueAt, String name) {
        String id = Ids.next().toString();
        jdbc.update(
                """
                insert into work_item (id, process, instance, subject, task_key, form, name, title, detail, notice, clause,
                    organization, organization_name, division, sector, scope_key, assignee, due_at, created_at)
                values (?, 'duty', ?, ?, 'Task_Confirm', null, ?, '关于 100% 落实_的通知', '确认', ?, '三(三)', ?, '示例机构',
                    '150502', 'HEALTH', ?, ?, ?, ?)""",
                id,
                id,
                Ids.next(),
                name,
                notice,
                owner,
                owner + "/" + role,
                assignee,
                Timestamp.from(dueAt),
                Timestamp.from(dueAt.minusSeconds(3600)));
        return id;
    }

    void end(String id, Instant at, @Nullable String by, boolean removed) {
        jdbc.update(
                "update work_item set completed_at = ?, completed_by = ?, removed = ? where id = ?",
                Timestamp.from(at),
                by,
                removed,
                id);
    }

    /** Somebody of the fixture's organisation who sees nothing beside his groups' and his own. */
    Actor officer(String username, Role... roles) {
        return actor(username, Scope.NOTHING, Set.of(), organization, roles);
    }

    Actor substituteOf(String absent, String username) {
        return actor(username, Scope.NOTHING, Set.of(absent), organization + "-2", Role.OFFICER);
    }

    static Actor overseer(String prefix, @Nullable String sector) {
        return actor("over", new Scope(List.of(new Reach(prefix, sector, null))), Set.of(), "above", Role.SUPERVISOR);
    }

    private static Actor actor(
            String username, Scope scope, Set<String> substitutes, String organization, Role... roles) {
        List<String> groups = new ArrayList<>(
                Arrays.stream(roles).map(role -> organization + "/" + role).toList());
        return new Actor(username, "示例员", organization, Set.of(roles), scope, groups, substitutes);
    }
}
