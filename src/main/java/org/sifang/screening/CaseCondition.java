package org.sifang.screening;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.ScopeFilter;

/**
 * A filter and its reader's reach as the condition of a statement on {@code person_case c}; the values are bound. The
 * reach is that of {@link FoundCases#inScope}.
 */
final class CaseCondition {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private CaseCondition() {}

    static CaseCondition of(CaseFilter filter, Actor reader, Organizations organizations, ZoneId zone) {
        CaseCondition condition = new CaseCondition();
        ScopeFilter reach = ScopeFilter.of(reader.scope(), "c.organization", "c.division", "c.sector");
        condition.parameters.putAll(reach.parameters());
        condition.sql.append("(").append(reach.sql()).append(" or c.carer = :own)");
        condition.parameters.put("own", reader.organization());
        condition.narrow(filter, organizations, zone);
        return condition;
    }

    /** Without {@code where}. */
    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    CaseCondition and(String more, String name, Object value) {
        sql.append(" and ").append(more);
        parameters.put(name, value);
        return this;
    }

    private void narrow(CaseFilter filter, Organizations organizations, ZoneId zone) {
        if (filter.notice() != null) {
            and("c.notice = :notice", "notice", filter.notice());
        }
        if (filter.organization() != null) {
            organization(filter.organization(), organizations);
        }
        if (filter.category() != null) {
            and("c.category = :category", "category", filter.category());
        }
        if (filter.state() != null) {
            and("c.state = :state", "state", filter.state().name());
        }
        if (filter.mark() != null) {
            and(":mark = any(c.marks)", "mark", filter.mark().name());
        }
        if (filter.importId() != null) {
            and("c.import = :import", "import", filter.importId());
        }
        if (filter.day() != null) {
            and("c.found_at >= :from", "from", filter.day().atStartOfDay(zone).toOffsetDateTime());
            and(
                    "c.found_at < :until",
                    "until",
                    filter.day().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        }
        if (CaseFilter.NOBODY.equals(filter.carer())) {
            sql.append(" and c.carer is null");
        } else if (filter.carer() != null) {
            and("c.carer = :carer", "carer", filter.carer());
        }
        if (filter.selfDeclared()) {
            sql.append(" and c.self_declared");
        }
    }

    private void organization(String code, Organizations organizations) {
        Optional<Organization> command =
                organizations.find(code).filter(known -> known.kind() == OrganizationKind.COMMAND);
        if (command.isPresent()) {
            and("c.division like :area", "area", command.get().division().prefix() + "%");
        } else {
            and("c.organization = :organization", "organization", code);
        }
    }
}
