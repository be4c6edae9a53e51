package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.DutyFilter.Tally;
import org.sifang.organization.Actor;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The duties, as stored; lists are cut to the reader's place and line before they are counted. */
@Service
public class Duties {

    private static final String SELECT = "select d.* from duty d";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ZoneId zone;

    Duties(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.zone = clock.getZone();
    }

    public Optional<Duty> find(UUID id) {
        return jdbc.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(DutyRows::read)
                .optional();
    }

    /** @throws NotFoundException when there is none */
    public Duty require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("duty"));
    }

    /** @throws NotFoundException when there is none he may see */
    public Duty require(UUID id, Actor reader) {
        return find(id).filter(duty -> sees(reader, duty)).orElseThrow(() -> new NotFoundException("duty"));
    }

    /** Whether it lies in his place and line, or his organisation ordered it. */
    public boolean sees(Actor reader, Duty duty) {
        return reader.scope().covers(duty.organization(), duty.division(), duty.sector())
                || duty.issuer().equals(reader.organization());
    }

    public Map<UUID, Duty> find(Collection<UUID> ids) {
        return jdbc
                .sql(SELECT + " where d.id = any(:ids::uuid[])")
                .param("ids", strings(ids.stream()))
                .query(DutyRows::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Duty::id, duty -> duty));
    }

    /** Those he may see, the latest deadline first. */
    public ItemPage<Duty> list(Actor reader, DutyFilter filter, int page, int size) {
        return page(reader, filter, "d.due_at desc", page, size);
    }

    /** Those he may see; first what is still owed, the next deadline first, then the rest, the latest first. */
    public ItemPage<Duty> urgent(Actor reader, DutyFilter filter, int page, int size) {
        String owed = "d.state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED')";
        return page(reader, filter, "case when " + owed + " then d.due_at end, d.due_at desc", page, size);
    }

    private ItemPage<Duty> page(Actor reader, DutyFilter filter, String order, int page, int size) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = condition(reader, filter, parameters);
        long total = jdbc.sql("select count(*) from duty d" + condition)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Duty> items = jdbc.sql(SELECT + condition + " order by " + order
                        + ", d.notice, d.obligation, d.organization limit :limit offset :offset")
                .params(parameters)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(DutyRows::read)
                .list();
        return new ItemPage<>(items, total, page, size);
    }

    /** How many of those he may see stand where; the filter's own tally is left aside. */
    public Map<Tally, Long> tallies(Actor reader, DutyFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        DutyFilter wider = new DutyFilter(
                filter.notice(),
                filter.organization(),
                filter.obligation(),
                filter.state(),
                filter.timeliness(),
                filter.day(),
                null,
                filter.text(),
                filter.kinds());
        String sums = Stream.of(Tally.values())
                .map(tally -> "count(*) filter (where " + tally.condition() + ") as " + tally.name())
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + sums + " from duty d" + condition(reader, wider, parameters))
                .params(parameters)
                .query((row, number) -> {
                    Map<Tally, Long> counted = new EnumMap<>(Tally.class);
                    for (Tally tally : Tally.values()) {
                        counted.put(tally, row.getLong(tally.name()));
                    }
                    return counted;
                })
                .single();
    }

    /** Of those his organisation owes or has ordered, the one whose deadline comes next. */
    public Optional<Duty> next(Actor reader, Instant now) {
        return jdbc.sql(SELECT + " " + """
                                 where d.due_at > :now and d.state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED')
                                   and (d.organization = :own or d.issuer = :own)
                                 order by d.due_at limit 1""")
                .param("now", Timestamp.from(now))
                .param("own", reader.organization())
                .query(DutyRows::read)
                .optional();
    }

    private String condition(Actor reader, DutyFilter filter, Map<String, Object> parameters) {
        ScopeFilter scope = ScopeFilter.of(reader.scope(), "d.organization", "d.division", "d.sector");
        parameters.putAll(scope.parameters());
        parameters.put("reader", reader.organization());
        StringBuilder sql = new StringBuilder(" where (" + scope.sql() + " or d.issuer = :reader)");
        narrow(sql, parameters, "d.notice", "notice", filter.notice());
        narrow(sql, parameters, "d.organization", "organization", filter.organization());
        narrow(sql, parameters, "d.obligation", "obligation", filter.obligation());
        narrow(
                sql,
                parameters,
                "d.state",
                "state",
                filter.state() == null ? null : filter.state().name());
        narrow(
                sql,
                parameters,
                "d.timeliness",
                "timeliness",
                filter.timeliness() == null ? null : filter.timeliness().name());
        if (filter.day() != null) {
            sql.append(" and d.due_at >= :dayFrom and d.due_at < :dayTo");
            parameters.put(
                    "dayFrom", Timestamp.from(filter.day().atStartOfDay(zone).toInstant()));
            parameters.put(
                    "dayTo",
                    Timestamp.from(filter.day().plusDays(1).atStartOfDay(zone).toInstant()));
        }
        if (!filter.kinds().isEmpty()) {
            sql.append(" and d.kind in (:kinds)");
            parameters.put(
                    "kinds", filter.kinds().stream().map(ObligationKind::name).toList());
        }
        if (filter.tally() != null) {
            sql.append(" and ").append(filter.tally().condition());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            sql.append(" and concat_ws(' ', d.organization_name, d.organization, d.obligation, d.clause) ilike :text");
            parameters.put("text", "%" + filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return sql.toString();
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String column, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    /** Holds the row until the transaction's end. */
    Duty lock(UUID id) {
        return jdbc.sql(SELECT + " where d.id = :id for update")
                .param("id", id)
                .query(DutyRows::read)
                .optional()
                .orElseThrow(() -> new NotFoundException("duty"));
    }

    void insert(List<Duty> duties) {
        batch.batchUpdate(DutyRows.INSERT, duties.stream().map(DutyRows::row).toList());
    }

    /** Writes what a verb changed; the rung is the round's and not touched. */
    void update(Duty duty) {
        jdbc.sql("""
                        update duty set round = :round, responsible = :responsible, deputy = :deputy, state = :state,
                               timeliness = :timeliness, zero = :zero, due_at = :dueAt, received_at = :receivedAt,
                               received_by = :receivedBy, submitted_at = :submittedAt, submitted_by = :submittedBy,
                               signed_by = :signedBy, closed_at = :closedAt, closed_by = :closedBy, reason = :reason,
                               submissions = :submissions
                         where id = :id""")
                .param("round", duty.round())
                .param("responsible", duty.responsible())
                .param("deputy", duty.deputy())
                .param("state", duty.state().name())
                .param("timeliness", duty.timeliness().name())
                .param("zero", duty.zero())
                .param("dueAt", Timestamp.from(duty.dueAt()))
                .param("receivedAt", DutyRows.timestamp(duty.receivedAt()))
                .param("receivedBy", duty.receivedBy())
                .param("submittedAt", DutyRows.timestamp(duty.submittedAt()))
                .param("submittedBy", duty.submittedBy())
                .param("signedBy", duty.signedBy())
                .param("closedAt", DutyRows.timestamp(duty.closedAt()))
                .param("closedBy", duty.closedBy())
                .param("reason", duty.reason())
                .param("submissions", duty.submissions())
                .param("id", duty.id())
                .update();
    }

    /** Up to {@code most} duties of the notice that are not closed, held until the transaction's end. */
    List<Duty> live(UUID notice, int most) {
        return jdbc.sql(SELECT + " where d.notice = :notice and d.state not in ('ACCEPTED', 'WAIVED', 'LIFTED')"
                        + " order by d.id limit :most for update")
                .param("notice", notice)
                .param("most", most)
                .query(DutyRows::read)
                .list();
    }

    /** Holds what is live in a round until the transaction's end; before the round itself, as whoever closes a duty does. */
    void lockLive(UUID round) {
        jdbc.sql("select id from duty where round = :round and state not in ('ACCEPTED', 'WAIVED', 'LIFTED')"
                        + " order by id for update")
                .param("round", round)
                .query(UUID.class)
                .list();
    }

    void lift(List<Duty> duties, String by, Timestamp at, String reason) {
        jdbc.sql("""
                        update duty set state = 'LIFTED', closed_at = :at, closed_by = :by, reason = :reason
                         where id = any(:ids::uuid[])""")
                .param("at", at)
                .param("by", by)
                .param("reason", reason)
                .param("ids", strings(duties.stream().map(Duty::id)))
                .update();
    }

    /** A deactivated officer's duties get another responsible person. */
    void handOver(String from, @Nullable String to) {
        for (String column : List.of("responsible", "deputy")) {
            jdbc.sql("update duty set " + column + " = :to where " + column + " = :from"
                            + " and state not in ('ACCEPTED', 'WAIVED', 'LIFTED')")
                    .param("to", to)
                    .param("from", from)
                    .update();
        }
    }

    /** The driver knows how to bind an array of strings, not of UUIDs. */
    private static String[] strings(Stream<UUID> ids) {
        return ids.map(UUID::toString).toArray(String[]::new);
    }
}
