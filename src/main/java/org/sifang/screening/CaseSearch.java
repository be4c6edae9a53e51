package org.sifang.screening;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Scope;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of cases, cut to their reader's scope, the latest first. */
@Repository
class CaseSearch {

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final ZoneId zone;

    CaseSearch(JdbcClient jdbc, Organizations organizations, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.zone = clock.getZone();
    }

    Optional<PersonCase> find(UUID id) {
        return jdbc.sql("select " + CaseRows.COLUMNS + " from person_case c where c.id = :id")
                .param("id", id)
                .query(CaseRows::read)
                .optional();
    }

    List<PersonCase> of(UUID person) {
        return jdbc.sql("select " + CaseRows.COLUMNS
                        + " from person_case c where c.person = :person order by c.id desc")
                .param("person", person)
                .query(CaseRows::read)
                .list();
    }

    long count(CaseFilter filter, Scope scope) {
        Where where = where(filter, scope);
        return jdbc.sql("select count(*)" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    List<PersonCase> page(CaseFilter filter, Scope scope, int offset, int limit) {
        return list(where(filter, scope), offset, limit);
    }

    /** Those found before this one; the latest when it is null. */
    List<PersonCase> below(CaseFilter filter, Scope scope, @Nullable UUID below, int limit) {
        Where where = where(filter, scope);
        if (below == null) {
            return list(where, 0, limit);
        }
        where.parameters().put("below", below);
        return list(new Where(where.sql() + " and c.id < :below", where.parameters()), 0, limit);
    }

    private List<PersonCase> list(Where where, int offset, int limit) {
        return jdbc.sql("select " + CaseRows.COLUMNS + where.sql() + " order by c.id desc limit :limit offset :offset")
                .params(where.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(CaseRows::read)
                .list();
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private Where where(CaseFilter filter, Scope scope) {
        ScopeFilter reach = ScopeFilter.of(scope, "c.organization", "c.division", "c.sector");
        Map<String, Object> parameters = new HashMap<>(reach.parameters());
        StringBuilder sql = new StringBuilder(" from person_case c where ").append(reach.sql());
        if (filter.notice() != null) {
            sql.append(" and c.notice = :notice");
            parameters.put("notice", filter.notice());
        }
        if (filter.organization() != null) {
            organization(filter.organization(), sql, parameters);
        }
        if (filter.category() != null) {
            sql.append(" and c.category = :category");
            parameters.put("category", filter.category());
        }
        if (filter.state() != null) {
            sql.append(" and c.state = :state");
            parameters.put("state", filter.state().name());
        }
        if (filter.mark() != null) {
            sql.append(" and :mark = any(c.marks)");
            parameters.put("mark", filter.mark().name());
        }
        if (filter.importId() != null) {
            sql.append(" and c.import = :import");
            parameters.put("import", filter.importId());
        }
        if (filter.day() != null) {
            sql.append(" and c.found_at >= :from and c.found_at < :until");
            parameters.put("from", filter.day().atStartOfDay(zone).toOffsetDateTime());
            parameters.put("until", filter.day().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        }
        return new Where(sql.toString(), parameters);
    }

    private void organization(String code, StringBuilder sql, Map<String, Object> parameters) {
        Optional<Organization> command =
                organizations.find(code).filter(known -> known.kind() == OrganizationKind.COMMAND);
        if (command.isPresent()) {
            sql.append(" and c.division like :area");
            parameters.put("area", command.get().division().prefix() + "%");
        } else {
            sql.append(" and c.organization = :organization");
            parameters.put("organization", code);
        }
    }
}
