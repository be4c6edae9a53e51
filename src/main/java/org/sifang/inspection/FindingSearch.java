package org.sifang.inspection;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Findings as their readers may see them: by place and line, as the side that ordered, and as who rechecks. */
@Service
public class FindingSearch {

    private final FindingRows rows;
    private final Organizations organizations;
    private final JdbcClient jdbc;

    FindingSearch(FindingRows rows, Organizations organizations, JdbcClient jdbc) {
        this.rows = rows;
        this.organizations = organizations;
        this.jdbc = jdbc;
    }

    /** @throws NotFoundException when there is none he may see */
    public Finding require(UUID id, Actor reader) {
        return rows.find(id).filter(one -> mayRead(one, reader)).orElseThrow(() -> new NotFoundException("finding"));
    }

    public static boolean mayRead(Finding finding, Actor reader) {
        return reader.scope().covers(finding.organization(), finding.division(), finding.sector())
                || reader.organization().equals(finding.orderer())
                || reader.username().equals(finding.rechecker());
    }

    /** Those he may see, the latest first. */
    public ItemPage<Finding> list(FindingFilter filter, Actor reader, int page, int size) {
        Where where = where(filter, reader);
        Map<String, Object> parameters = new HashMap<>(where.parameters());
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        return new ItemPage<>(
                rows.list(
                        FindingRows.SELECT + where.sql() + " order by f.id desc limit :limit offset :offset",
                        parameters),
                count(filter, reader),
                page,
                size);
    }

    public long count(FindingFilter filter, Actor reader) {
        Where where = where(filter, reader);
        return jdbc.sql("select count(*) from finding f" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** Numbers above a list; the filter's own state and repetition are left aside, so that each can be chosen. */
    public FindingTally tally(FindingFilter filter, Actor reader) {
        Where where = where(filter.in(null).repeated(false), reader);
        Map<FindingState, Long> states = new EnumMap<>(FindingState.class);
        long[] repeated = {0};
        jdbc.sql("select f.state, count(*) as number, count(f.repeat_of) as repeated from finding f" + where.sql()
                        + " group by f.state")
                .params(where.parameters())
                .query(row -> {
                    states.put(FindingState.valueOf(row.getString("state")), row.getLong("number"));
                    repeated[0] += row.getLong("repeated");
                });
        return new FindingTally(states, repeated[0]);
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private Where where(FindingFilter filter, Actor reader) {
        ScopeFilter reach = ScopeFilter.of(reader.scope(), "f.organization", "f.division", "f.sector");
        Map<String, Object> parameters = new HashMap<>(reach.parameters());
        parameters.put("own", reader.organization());
        parameters.put("reader", reader.username());
        StringBuilder sql =
                new StringBuilder(" where (" + reach.sql() + " or f.orderer = :own or f.rechecker = :reader)");
        if (filter.notice() != null) {
            sql.append(" and f.notice = :notice");
            parameters.put("notice", filter.notice());
        }
        if (filter.organization() != null) {
            organization(filter.organization(), filter.exact(), sql, parameters);
        }
        narrow("state", filter.state(), sql, parameters);
        narrow("source", filter.source(), sql, parameters);
        narrow("severity", filter.severity(), sql, parameters);
        if (filter.repeated()) {
            sql.append(" and f.repeat_of is not null");
        }
        return new Where(sql.toString(), parameters);
    }

    private static void narrow(
            String column, @Nullable Enum<?> wanted, StringBuilder sql, Map<String, Object> parameters) {
        if (wanted != null) {
            sql.append(" and f.").append(column).append(" = :").append(column);
            parameters.put(column, wanted.name());
        }
    }

    private void organization(String code, boolean exact, StringBuilder sql, Map<String, Object> parameters) {
        Optional<Organization> command =
                organizations.find(code).filter(known -> !exact && known.kind() == OrganizationKind.COMMAND);
        if (command.isPresent()) {
            sql.append(" and f.division like :area");
            parameters.put("area", command.get().division().prefix() + "%");
        } else {
            sql.append(" and f.organization = :code");
            parameters.put("code", code);
        }
    }
}
