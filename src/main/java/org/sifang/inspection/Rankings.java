package org.sifang.inspection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sifang.inspection.Ranking.Order;
import org.sifang.organization.Actor;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Compares organisations or counties; what has nothing to divide by stands last and unranked. */
@Service
public class Rankings {

    private final JdbcClient jdbc;

    Rankings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those the reader may see and of which anything is known, the worst first.
     *
     * @param counties whether all of a county is taken together
     */
    public List<Ranking> of(boolean counties, Order order, Actor reader) {
        Map<String, Ranking> known = new HashMap<>(findings(counties, reader));
        visits(counties, reader).forEach((code, visits) -> known.merge(code, visited(code, visits), Rankings::joined));
        return Stream.concat(
                        known.values().stream()
                                .filter(one -> one.counts(order))
                                .sorted(Comparator.comparingDouble((Ranking one) -> one.badness(order))
                                        .reversed()
                                        .thenComparing(Ranking::code)),
                        known.values().stream()
                                .filter(one -> !one.counts(order))
                                .sorted(Comparator.comparing(Ranking::code)))
                .toList();
    }

    private Map<String, Ranking> findings(boolean counties, Actor reader) {
        ScopeFilter reach = ScopeFilter.of(reader.scope(), "f.organization", "f.division", "f.sector");
        Map<String, Ranking> known = new HashMap<>();
        jdbc.sql("select " + (counties ? "left(f.division, 6)" : "f.organization") + " as code,\n" + """
                               count(*) as findings,
                               count(*) filter (where f.source = 'INSPECTION') as inspected,
                               count(*) filter (where f.state = 'CLOSED') as closed, count(f.repeat_of) as repeated,
                               coalesce(sum(r.rounds), 0) as rounds, coalesce(sum(r.in_time), 0) as in_time
                          from finding f
                          left join lateral (
                               select count(*) as rounds, count(*) filter (where overdue_at is null) as in_time
                                 from rectification_round
                                where finding = f.id and (evidence_at is not null or overdue_at is not null)) r on true
                         where\s""" + reach.sql()
                        + " group by 1")
                .params(reach.parameters())
                .query(row -> {
                    String code = row.getString("code");
                    known.put(
                            code,
                            new Ranking(
                                    code,
                                    0,
                                    row.getLong("inspected"),
                                    row.getLong("findings"),
                                    row.getLong("closed"),
                                    row.getLong("repeated"),
                                    row.getLong("rounds"),
                                    row.getLong("in_time")));
                });
        return known;
    }

    private Map<String, Long> visits(boolean counties, Actor reader) {
        ScopeFilter reach = ScopeFilter.of(reader.scope(), "v.organization", "v.division", "v.sector");
        Map<String, Long> made = new HashMap<>();
        jdbc.sql("select " + (counties ? "left(v.division, 6)" : "v.organization")
                        + " as code, count(*) as visits from inspection_visit v where v.state = 'DONE' and "
                        + reach.sql() + " group by 1")
                .params(reach.parameters())
                .query(row -> {
                    made.put(row.getString("code"), row.getLong("visits"));
                });
        return made;
    }

    private static Ranking visited(String code, long visits) {
        return new Ranking(code, visits, 0, 0, 0, 0, 0, 0);
    }

    private static Ranking joined(Ranking known, Ranking visited) {
        return new Ranking(
                known.code(),
                visited.visits(),
                known.inspected(),
                known.findings(),
                known.closed(),
                known.repeated(),
                known.rounds(),
                known.inTime());
    }
}
