package org.sifang.isolation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Checks and visits of a day, cut to what their reader may see: lists, and the numbers above them. */
@Service
public class CheckSearch {

    private static final String VISITS_TODAY =
            " and (d.due_on = :day or (d.due_on < :day and not d.over and d.state <> 'DONE')) and d.state <> 'VOID'";

    private final JdbcClient jdbc;
    private final Organizations organizations;

    CheckSearch(JdbcClient jdbc, Organizations organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    /** Households together. */
    public List<DailyCheck> list(CheckFilter filter, Actor reader, int offset, int limit) {
        Where where = checks(filter, reader);
        return jdbc.sql("select d.* from daily_check d where " + where.sql()
                        + " order by d.day desc, d.household, d.id limit :limit offset :offset")
                .params(where.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(DailyCheckRows::read)
                .list();
    }

    public long count(CheckFilter filter, Actor reader) {
        Where where = checks(filter, reader);
        return jdbc.sql("select count(*) from daily_check d where " + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** Of all that the filter leaves, without its listing. */
    public CheckTally tally(CheckFilter filter, Actor reader) {
        return tallies(filter, reader, "''::text").stream().findFirst().orElse(new CheckTally("", 0, 0, 0, 0, 0, 0, 0));
    }

    /** By who looks after the people, those with most left to do first. */
    public List<CheckTally> byCarer(CheckFilter filter, Actor reader) {
        return tallies(filter, reader, "d.carer");
    }

    public List<CheckTally> byCounty(CheckFilter filter, Actor reader) {
        return tallies(filter, reader, "left(d.division, 6)");
    }

    private List<CheckTally> tallies(CheckFilter filter, Actor reader, String group) {
        Where where = checks(new CheckFilter(filter.day(), filter.notice(), filter.organisation(), null), reader);
        return jdbc.sql("select " + group + " as code, " + """
                               count(*) filter (where d.state <> 'DONE') as open,
                               count(*) filter (where d.state = 'DONE') as done,
                               count(*) filter (where d.state = 'MISSED') as missed,
                               count(*) filter (where d.state = 'NOT_REACHED') as not_reached,
                               count(*) filter (where cardinality(d.symptoms) > 0) as symptoms,
                               count(*) filter (where d.presence = 'AWAY') as away,
                               count(*) filter (where d.presence = 'ABSENT') as absent
                          from daily_check d where\s""" + where.sql() + " group by 1 order by 2 desc, 1")
                .params(where.parameters())
                .query((row, number) -> new CheckTally(
                        row.getString("code"),
                        row.getLong("open"),
                        row.getLong("done"),
                        row.getLong("missed"),
                        row.getLong("not_reached"),
                        row.getLong("symptoms"),
                        row.getLong("away"),
                        row.getLong("absent")))
                .list();
    }

    /** Visits of the day and those left from days before, the oldest first. */
    public List<FollowUpVisit> visits(CheckFilter filter, Actor reader, int limit) {
        Where where = visits(filter, reader);
        return jdbc.sql("select d.* from follow_up_visit d where " + where.sql()
                        + " order by d.state = 'DONE', d.due_on, d.id limit :limit")
                .params(where.parameters())
                .param("limit", limit)
                .query(FollowUpVisits::read)
                .list();
    }

    public VisitTally visitTally(CheckFilter filter, Actor reader) {
        return visitTallies(filter, reader, "''::text").getOrDefault("", new VisitTally("", 0, 0, 0));
    }

    public Map<String, VisitTally> visitsByCarer(CheckFilter filter, Actor reader) {
        return visitTallies(filter, reader, "d.carer");
    }

    public Map<String, VisitTally> visitsByCounty(CheckFilter filter, Actor reader) {
        return visitTallies(filter, reader, "left(d.division, 6)");
    }

    private Map<String, VisitTally> visitTallies(CheckFilter filter, Actor reader, String group) {
        Where where = visits(filter, reader);
        Map<String, VisitTally> tallies = new HashMap<>();
        jdbc.sql("select " + group + " as code, " + """
                               count(*) filter (where d.state <> 'DONE') as open,
                               count(*) filter (where d.state = 'DONE') as done,
                               count(*) filter (where d.state <> 'DONE' and d.due_on < :day) as overdue
                          from follow_up_visit d where\s""" + where.sql() + " group by 1")
                .params(where.parameters())
                .query((row, number) -> new VisitTally(
                        row.getString("code"), row.getLong("open"), row.getLong("done"), row.getLong("overdue")))
                .list()
                .forEach(tally -> tallies.put(tally.group(), tally));
        return tallies;
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private Where checks(CheckFilter filter, Actor reader) {
        Where where = owners(filter, reader);
        String sql = where.sql() + " and d.day = :day and d.state <> 'VOID'";
        return new Where(
                filter.listing() == null
                        ? sql
                        : sql + " and " + filter.listing().condition(),
                where.parameters());
    }

    private Where visits(CheckFilter filter, Actor reader) {
        Where where = owners(filter, reader);
        return new Where(where.sql() + VISITS_TODAY, where.parameters());
    }

    private Where owners(CheckFilter filter, Actor reader) {
        ScopeFilter reach = ScopeFilter.of(reader.scope(), "d.organization", "d.division", "d.sector");
        Map<String, Object> parameters = new HashMap<>(reach.parameters());
        parameters.put("day", filter.day());
        StringBuilder sql =
                new StringBuilder("(d.carer = :own or ").append(reach.sql()).append(')');
        parameters.put("own", reader.organization());
        if (filter.notice() != null) {
            sql.append(" and d.notice = :notice");
            parameters.put("notice", filter.notice());
        }
        String code = filter.organisation();
        if (code != null) {
            Optional<Organization> command =
                    organizations.find(code).filter(known -> known.kind() == OrganizationKind.COMMAND);
            if (command.isPresent()) {
                sql.append(" and d.division like :area");
                parameters.put("area", command.get().division().prefix() + "%");
            } else {
                sql.append(" and (d.carer = :organisation or d.organization = :organisation)");
                parameters.put("organisation", code);
            }
        }
        return new Where(sql.toString(), parameters);
    }
}
