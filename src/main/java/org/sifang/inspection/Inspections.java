package org.sifang.inspection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The inspections and their visits, as far as the reader may see them. A plan and its draw are for those above and in the
 * organisation that inspects and for the inspectors sent; what is visited sees a visit that was announced or has begun.
 */
@Service
public class Inspections {

    private static final String SENT =
            "exists (select 1 from inspection_visit v where v.inspection = i.id and :me = any(v.inspectors))";

    private final InspectionRows rows;
    private final VisitRows visits;
    private final AnswerRows answers;
    private final Draws draws;
    private final JdbcClient jdbc;

    Inspections(InspectionRows rows, VisitRows visits, AnswerRows answers, Draws draws, JdbcClient jdbc) {
        this.rows = rows;
        this.visits = visits;
        this.answers = answers;
        this.draws = draws;
        this.jdbc = jdbc;
    }

    public Optional<Inspection> find(UUID id) {
        return rows.find(id);
    }

    public List<Inspection> find(Collection<UUID> ids) {
        return rows.find(ids);
    }

    /** The one that meets this duty, unless it was called off. */
    public Optional<Inspection> ofDuty(UUID duty) {
        return rows.ofDuty(duty);
    }

    public List<Visit> visits(UUID inspection) {
        return visits.of(inspection);
    }

    /** What may be drawn for it today, by code. */
    public List<Organization> objects(Inspection inspection) {
        return draws.objects(inspection);
    }

    /** @throws NotFoundException when there is none he may see */
    public Inspection require(UUID id, Actor reader) {
        return rows.find(id)
                .filter(one -> covers(one, reader) || sent(visits.of(id), reader))
                .orElseThrow(() -> new NotFoundException("inspection"));
    }

    /** @throws NotFoundException when there is none he may see */
    public Visit requireVisit(UUID id, Actor reader) {
        return visits.find(id)
                .filter(visit -> sees(visit, reader))
                .orElseThrow(() -> new NotFoundException("inspection.visit"));
    }

    /** Whether he may read the plan a visit belongs to, its draw included. */
    public boolean seesPlan(Visit visit, Actor reader) {
        return rows.find(visit.inspection()).filter(one -> covers(one, reader)).isPresent()
                || sent(List.of(visit), reader);
    }

    private boolean sees(Visit visit, Actor reader) {
        return visit.known() && reader.scope().covers(visit.organization(), visit.division(), visit.sector())
                || seesPlan(visit, reader);
    }

    private static boolean covers(Inspection one, Actor reader) {
        return reader.scope().covers(one.organization(), one.division(), one.sector());
    }

    private static boolean sent(Collection<Visit> some, Actor reader) {
        return some.stream().anyMatch(visit -> visit.inspectors().contains(reader.username()));
    }

    /** By item. */
    public Map<String, VisitAnswer> answers(UUID visit) {
        return answers.of(visit);
    }

    /** How many problems were found on each of these visits; one without any is missing. */
    public Map<UUID, Integer> problems(Collection<Visit> some) {
        return answers.problems(some.stream().map(Visit::id).toList());
    }

    /** Those he may see, the latest first. */
    public ItemPage<Inspection> list(InspectionFilter filter, Actor reader, int page, int size) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, reader, parameters);
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<Inspection> items = rows.list(
                InspectionRows.SELECT + where + " order by i.id desc limit :limit offset :offset", parameters);
        return new ItemPage<>(items, count(filter, reader), page, size);
    }

    public long count(InspectionFilter filter, Actor reader) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, reader, parameters);
        return count("select count(*) from inspection i" + where, parameters);
    }

    private static String where(InspectionFilter filter, Actor reader, Map<String, Object> parameters) {
        ScopeFilter reach = ScopeFilter.of(reader.scope(), "i.organization", "i.division", "i.sector");
        parameters.putAll(reach.parameters());
        parameters.put("me", reader.username());
        StringBuilder sql = new StringBuilder(" where (" + reach.sql() + " or " + SENT + ")");
        if (filter.notice() != null) {
            sql.append(" and i.notice = :notice");
            parameters.put("notice", filter.notice());
        }
        if (filter.organization() != null) {
            sql.append(" and i.organization = :organization");
            parameters.put("organization", filter.organization());
        }
        if (filter.state() != null) {
            sql.append(" and i.state = :state");
            parameters.put("state", filter.state().name());
        }
        return sql.toString();
    }

    /** Those he may see: first what is still to be made, the next deadline first, then the rest, the latest first. */
    public ItemPage<Visit> visits(VisitFilter filter, Actor reader, int page, int size) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, reader, parameters);
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<Visit> items = visits.list(
                VisitRows.SELECT + " join inspection i on i.id = v.inspection" + where
                        + " order by case when v.state in ('PLANNED', 'STARTED') then v.due_at end, v.id desc"
                        + " limit :limit offset :offset",
                parameters);
        return new ItemPage<>(items, count(filter, reader), page, size);
    }

    public long count(VisitFilter filter, Actor reader) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, reader, parameters);
        return count(
                "select count(*) from inspection_visit v join inspection i on i.id = v.inspection" + where, parameters);
    }

    private static String where(VisitFilter filter, Actor reader, Map<String, Object> parameters) {
        ScopeFilter plan = ScopeFilter.of(reader.scope(), "i.organization", "i.division", "i.sector");
        ScopeFilter object = ScopeFilter.of(reader.scope(), "v.organization", "v.division", "v.sector");
        parameters.putAll(plan.parameters());
        parameters.put("me", reader.username());
        StringBuilder sql = new StringBuilder(" where (" + plan.sql() + " or :me = any(v.inspectors) or ("
                + "(v.announced or v.started_at is not null) and " + object.sql() + "))");
        if (filter.notice() != null) {
            sql.append(" and i.notice = :notice");
            parameters.put("notice", filter.notice());
        }
        if (filter.organization() != null) {
            sql.append(" and v.organization = :organization");
            parameters.put("organization", filter.organization());
        }
        if (filter.state() != null) {
            sql.append(" and v.state = :state");
            parameters.put("state", filter.state().name());
        }
        if (filter.mine()) {
            sql.append(" and :me = any(v.inspectors)");
        }
        if (filter.overdue()) {
            sql.append(" and v.overdue_at is not null");
        }
        return sql.toString();
    }

    private long count(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}
