package org.sifang.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The task lists. Each list is read per key (assignee or group) along a partial index in the order of due times, so that
 * a restricted user's first page costs the same with half a million open tasks.
 */
@Service
public class WorkItems {

    private static final int SIZE = 50;
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Open tasks given to him, or to somebody he substitutes. */
    public WorkPage mine(Actor actor, WorkFilter filter, @Nullable String cursor) {
        return open("assignee", people(actor), "", filter, cursor);
    }

    /** Open tasks of his groups, whoever has them. */
    public WorkPage group(Actor actor, WorkFilter filter, @Nullable String cursor) {
        return open("scope_key", actor.groups(), "", filter, cursor);
    }

    /** The next task of his groups that is not overdue yet. */
    public Optional<WorkItem> next(Actor actor, Instant now) {
        return jdbc.sql("select found.* from unnest(:keys) as k(key) cross join lateral (select " + WorkRows.COLUMNS
                        + " from work_item w left join officer o on o.username = w.assignee where w.scope_key = k.key"
                        + " and w.completed_at is null and w.due_at > :now order by w.due_at, w.id limit 1) found"
                        + " order by found.due_at, found.id limit 1")
                .param("keys", actor.groups().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(WorkRows::read)
                .optional();
    }

    /** Tasks he completed, the latest first. */
    public WorkPage done(Actor actor, WorkFilter filter, @Nullable String cursor) {
        WorkCursor after = WorkCursor.parse(cursor);
        Map<String, Object> parameters = new HashMap<>();
        String narrowed = narrowed(filter, parameters);
        parameters.put("me", actor.username());
        parameters.put("size", SIZE + 1);
        String behind = "";
        if (after != null) {
            behind = " and (w.completed_at, w.id) < (:at, :id)";
            parameters.put("at", Timestamp.from(after.at()));
            parameters.put("id", after.id());
        }
        List<WorkItem> items = jdbc.sql("select " + WorkRows.COLUMNS
                        + " from work_item w left join officer o on o.username = w.assignee"
                        + " where w.completed_by = :me and not w.removed" + behind + narrowed
                        + " order by w.completed_at desc, w.id desc limit :size")
                .params(parameters)
                .query(WorkRows::read)
                .list();
        return page(items, true);
    }

    public WorkCounts counts(Actor actor) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select (select count(*) from work_item where completed_at is null and assignee = any(:people)) as mine,
                               (select count(*) from work_item where completed_at is null and scope_key = any(:groups)) as team,
                               (select count(*) from work_item where completed_at is null and assignee = any(:people)
                                   and due_at <= :now) as overdue,
                               (select count(*) from work_item where completed_at is null and assignee = any(:people)
                                   and due_at > :now and due_at <= :hour) as hour""")
                .param("people", people(actor).toArray(String[]::new))
                .param("groups", actor.groups().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("hour", Timestamp.from(now.plus(Duration.ofHours(1))))
                .query((row, number) -> new WorkCounts(
                        row.getLong("mine"), row.getLong("team"), row.getLong("overdue"), row.getLong("hour")))
                .single();
    }

    /** The tasks he may see: his own, his groups' and those of organisations in his scope; open ones, by due time. */
    public ItemPage<WorkItem> visible(Actor actor, WorkFilter filter, @Nullable UUID subject, int page, int size) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = " where w.completed_at is null and " + visibility(actor, parameters)
                + narrowed(filter, parameters)
                + (subject == null ? "" : " and w.subject = :subject");
        if (subject != null) {
            parameters.put("subject", subject);
        }
        int limit = Math.min(Math.max(size, 1), MOST);
        long total = jdbc.sql(
                        "select count(*) from work_item w left join officer o on o.username = w.assignee" + condition)
                .params(parameters)
                .query(Long.class)
                .single();
        List<WorkItem> items = jdbc.sql("select " + WorkRows.COLUMNS
                        + " from work_item w left join officer o on o.username = w.assignee" + condition
                        + " order by w.due_at, w.id limit :limit offset :offset")
                .params(parameters)
                .param("limit", limit)
                .param("offset", (long) Math.max(page, 0) * limit)
                .query(WorkRows::read)
                .list();
        return new ItemPage<>(items, total, Math.max(page, 0), limit);
    }

    /** @throws NotFoundException when there is none, or none he may see */
    public WorkItem require(String id, Actor actor) {
        return find(id).filter(item -> actor.groups().contains(item.scopeKey())
                        || isGivenTo(item, actor)
                        || actor.scope().covers(item.organization(), item.division(), item.sector()))
                .orElseThrow(() -> new NotFoundException("task"));
    }

    /**
     * Whether he may take and complete it: one of its group, the one it is given to (an addressee may name anybody who
     * works there as the responsible person), whoever substitutes him, or a service account of a command above it.
     */
    public boolean mayDo(WorkItem item, Actor actor) {
        return actor.groups().contains(item.scopeKey())
                || isGivenTo(item, actor)
                || actor.is(Role.SERVICE) && actor.scope().covers(item.organization(), item.division(), item.sector());
    }

    private static boolean isGivenTo(WorkItem item, Actor actor) {
        return item.assignee() != null && people(actor).contains(item.assignee());
    }

    Optional<WorkItem> find(String id) {
        return jdbc.sql("select " + WorkRows.COLUMNS
                        + " from work_item w left join officer o on o.username = w.assignee where w.id = :id")
                .param("id", id)
                .query(WorkRows::read)
                .optional();
    }

    /** Open and ended tasks of one subject, the earliest first. */
    public List<WorkItem> ofSubject(UUID subject) {
        return jdbc.sql("select " + WorkRows.COLUMNS
                        + " from work_item w left join officer o on o.username = w.assignee"
                        + " where w.subject = :subject order by w.created_at, w.id")
                .param("subject", subject)
                .query(WorkRows::read)
                .list();
    }

    /** The subjects' deadline was moved: their open tasks that had the old one get the new. */
    public void reschedule(Collection<UUID> subjects, Instant before, Instant after) {
        jdbc.sql("""
                        update work_item set due_at = :after
                         where subject = any(:subjects::uuid[]) and completed_at is null and due_at = :before""")
                .param("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .param("before", Timestamp.from(before))
                .param("after", Timestamp.from(after))
                .update();
    }

    private WorkPage open(String column, List<String> keys, String more, WorkFilter filter, @Nullable String cursor) {
        WorkCursor after = WorkCursor.parse(cursor);
        Map<String, Object> parameters = new HashMap<>();
        String condition = narrowed(filter, parameters) + more;
        if (after != null) {
            condition += " and (w.due_at, w.id) > (:at, :id)";
            parameters.put("at", Timestamp.from(after.at()));
            parameters.put("id", after.id());
        }
        parameters.put("keys", keys.toArray(String[]::new));
        parameters.put("size", SIZE + 1);
        List<WorkItem> items = jdbc.sql("select found.* from unnest(:keys) as k(key) cross join lateral (select "
                        + WorkRows.COLUMNS + " from work_item w left join officer o on o.username = w.assignee where w."
                        + column + " = k.key and w.completed_at is null" + condition
                        + " order by w.due_at, w.id limit :size) found order by found.due_at, found.id limit :size")
                .params(parameters)
                .query(WorkRows::read)
                .list();
        return page(items, false);
    }

    private static WorkPage page(List<WorkItem> found, boolean byCompletion) {
        if (found.size() <= SIZE) {
            return new WorkPage(found, null);
        }
        WorkItem last = found.get(SIZE - 1);
        Instant completedAt = last.completedAt();
        Instant at = byCompletion && completedAt != null ? completedAt : last.dueAt();
        return new WorkPage(found.subList(0, SIZE), WorkCursor.after(last, at).text());
    }

    private String narrowed(WorkFilter filter, Map<String, Object> parameters) {
        StringBuilder condition = new StringBuilder();
        if (filter.text() != null && !filter.text().isBlank()) {
            condition.append(
                    " and concat_ws(' ', w.name, w.title, w.detail, w.organization_name, w.clause, o.name) ilike :text");
            parameters.put("text", "%" + filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (filter.process() != null) {
            condition.append(" and w.process = :process");
            parameters.put("process", filter.process());
        }
        if (filter.notice() != null) {
            condition.append(" and w.notice = :notice");
            parameters.put("notice", filter.notice());
        }
        if (filter.organization() != null) {
            condition.append(" and w.organization = :organization");
            parameters.put("organization", filter.organization());
        }
        if (filter.due() != null) {
            Duration ahead = switch (filter.due()) {
                case "hour" -> Duration.ofHours(1);
                case "day" -> Duration.ofDays(1);
                default -> Duration.ZERO;
            };
            condition.append(" and w.due_at <= :dueBy");
            parameters.put("dueBy", Timestamp.from(clock.instant().plus(ahead)));
        }
        return condition.toString();
    }

    private static String visibility(Actor actor, Map<String, Object> parameters) {
        ScopeFilter scope = ScopeFilter.of(actor.scope(), "w.organization", "w.division", "w.sector");
        parameters.putAll(scope.parameters());
        parameters.put("groups", actor.groups().toArray(String[]::new));
        parameters.put("people", people(actor).toArray(String[]::new));
        return "(w.scope_key = any(:groups) or w.assignee = any(:people) or " + scope.sql() + ")";
    }

    private static List<String> people(Actor actor) {
        List<String> people = new ArrayList<>(actor.substitutes());
        people.add(actor.username());
        return people;
    }
}
