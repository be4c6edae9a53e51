package org.sifang.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of cases, cut to what their reader may see, the latest first. */
@Repository
class CaseSearch {

    private static final String FROM = " from person_case c where ";

    private static final String MARKS = Arrays.stream(CaseMark.values())
            .map(mark -> "count(*) filter (where '%1$s' = any(c.marks)) as \"%1$s\"".formatted(mark))
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final ZoneId zone;

    CaseSearch(JdbcClient jdbc, Organizations organizations, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.zone = clock.getZone();
    }

    Optional<PersonCase> find(UUID id) {
        return jdbc.sql("select " + CaseRows.COLUMNS + FROM + "c.id = :id")
                .param("id", id)
                .query(CaseRows::read)
                .optional();
    }

    List<PersonCase> of(UUID person) {
        return jdbc.sql("select " + CaseRows.COLUMNS + FROM + "c.person = :person order by c.id desc")
                .param("person", person)
                .query(CaseRows::read)
                .list();
    }

    /** Those of these that he may see. */
    List<PersonCase> of(Collection<UUID> ids, Actor reader) {
        String[] wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        CaseCondition condition =
                condition(CaseFilter.EVERYBODY, reader).and("c.id = any(:ids::uuid[])", "ids", wanted);
        return list(condition, 0, ids.size());
    }

    long count(CaseFilter filter, Actor reader) {
        CaseCondition condition = condition(filter, reader);
        return jdbc.sql("select count(*)" + FROM + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** All numbers around a list with one statement. What the filter says of state and mark narrows only the matching. */
    CaseNumbers numbers(CaseFilter filter, Actor reader, LocalDate today) {
        CaseCondition condition = condition(filter.in(null).with((CaseMark) null), reader);
        Map<CaseState, Long> states = new EnumMap<>(CaseState.class);
        Map<CaseMark, Long> marks = new EnumMap<>(CaseMark.class);
        long[] sums = new long[4];
        jdbc.sql("select c.state, count(*) as cases, " + MARKS
                        + ", count(*) filter (where c.found_at >= :today) as today,"
                        + " count(*) filter (where c.self_declared) as by_themselves,"
                        + " count(*) filter (where c.carer is null) as alone"
                        + FROM + condition.sql() + " group by c.state")
                .params(condition.parameters())
                .param("today", today.atStartOfDay(zone).toOffsetDateTime())
                .query(row -> {
                    CaseState state = CaseState.valueOf(row.getString("state"));
                    states.put(state, row.getLong("cases"));
                    for (CaseMark mark : CaseMark.values()) {
                        marks.merge(mark, row.getLong(mark.name()), Long::sum);
                    }
                    sums[0] += row.getLong("today");
                    sums[1] += row.getLong("by_themselves");
                    sums[2] += state.isOpen() ? row.getLong("alone") : 0;
                    if (filter.state() == null || filter.state() == state) {
                        sums[3] += row.getLong(
                                filter.mark() == null ? "cases" : filter.mark().name());
                    }
                });
        return new CaseNumbers(states, marks, sums[0], sums[1], sums[2], sums[3]);
    }

    List<PersonCase> page(CaseFilter filter, Actor reader, int offset, int limit) {
        return list(condition(filter, reader), offset, limit);
    }

    /** Those found before this one; the latest when it is null. */
    List<PersonCase> below(CaseFilter filter, Actor reader, @Nullable UUID below, int limit) {
        CaseCondition condition = condition(filter, reader);
        return list(below == null ? condition : condition.and("c.id < :below", "below", below), 0, limit);
    }

    private List<PersonCase> list(CaseCondition condition, int offset, int limit) {
        return jdbc.sql("select " + CaseRows.COLUMNS + FROM + condition.sql()
                        + " order by c.id desc limit :limit offset :offset")
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(CaseRows::read)
                .list();
    }

    private CaseCondition condition(CaseFilter filter, Actor reader) {
        return CaseCondition.of(filter, reader, organizations, zone);
    }
}
