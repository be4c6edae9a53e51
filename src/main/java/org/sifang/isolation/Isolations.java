package org.sifang.isolation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.Columns;
import org.sifang.kernel.NotFoundException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** The cases that were taken up, as stored; each call is one statement for many. */
@Service
public class Isolations {

    private static final String WANTED = "select i.* from isolation_case i where i.id in (select * from unnest(?))";

    private final JdbcTemplate jdbc;

    Isolations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Isolation> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** By id; those that were not taken up are left out. */
    public Map<UUID, Isolation> find(Collection<UUID> ids) {
        return read(ids, WANTED);
    }

    /** @throws NotFoundException when it was not taken up */
    public Isolation require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("case"));
    }

    /** Of those, the ones that were taken up and not closed, held until the transaction's end, in the order of ids. */
    Map<UUID, Isolation> hold(Collection<UUID> ids) {
        return read(ids, WANTED + " and i.closed_at is null order by i.id for update");
    }

    Isolation hold(UUID id) {
        return Optional.ofNullable(hold(List.of(id)).get(id)).orElseThrow(() -> new NotFoundException("case"));
    }

    private Map<UUID, Isolation> read(Collection<UUID> ids, String sql) {
        Map<UUID, Isolation> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Columns.of(ids)
                    .uuid(id -> id)
                    .query(jdbc, sql, IsolationRows::read)
                    .forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    /** The next open cases of the notice behind this id, in the order of ids. */
    public List<UUID> open(UUID notice, UUID behind, int limit) {
        return jdbc.queryForList(
                "select id from isolation_case where notice = ? and closed_at is null and id > ? order by id limit ?",
                UUID.class,
                notice,
                behind,
                limit);
    }

    List<UUID> openWithoutEmergency(UUID notice, int limit) {
        return jdbc.queryForList("""
                        select id from isolation_case
                         where notice = ? and closed_at is null and positive_at is null order by id limit ?""", UUID.class, notice, limit);
    }

    public boolean anyOpen(UUID notice) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from isolation_case where notice = ? and closed_at is null)",
                Boolean.class,
                notice));
    }

    /** Open cases of the notice that are not decided and whose days were over by then. */
    public List<UUID> daysOver(UUID notice, Instant by, UUID behind, int limit) {
        return jdbc.queryForList("""
                        select id from isolation_case
                         where notice = ? and closed_at is null and decision is null and until_at <= ?::timestamptz
                           and id > ? order by id limit ?""", UUID.class, notice, by.toString(), behind, limit);
    }

    /** Open cases of the notice whose follow-up was over by then. */
    public List<UUID> followUpOver(UUID notice, Instant by, UUID behind, int limit) {
        return jdbc.queryForList("""
                        select id from isolation_case
                         where notice = ? and closed_at is null and follow_up_until <= ?::timestamptz
                           and id > ? order by id limit ?""", UUID.class, notice, by.toString(), behind, limit);
    }

    void insert(Collection<Isolation> opened) {
        Columns.of(opened)
                .uuid(Isolation::id)
                .uuid(Isolation::notice)
                .text(Isolation::clause)
                .text(one -> one.measure().kind().name())
                .number(one -> (long) one.measure().days())
                .flag(one -> one.measure().tested())
                .number(one -> (long) one.measure().followUpDays())
                .text(one -> one.rule().name())
                .number(one -> (long) one.negatives())
                .instant(Isolation::openedAt)
                .instant(Isolation::stepDueAt)
                .execute(jdbc, """
                        insert into isolation_case (id, notice, clause, kind, days, tested, follow_up_days, rule,
                               negatives, opened_at, step_due_at)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    void update(Isolation changed) {
        update(List.of(changed));
    }

    /** Writes everything that changes on a case's way. */
    void update(Collection<Isolation> changed) {
        if (!changed.isEmpty()) {
            IsolationRows.update(jdbc, changed);
        }
    }
}
