package org.sifang.accountability;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.Breaches;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The cases: seen by the party, by those above it in place and line, and by the command that holds it to account. */
@Service
public class AccountabilityCases {

    private static final String OVERDUE =
            " and c.execution_overdue_at is not null and c.executed_at is null and c.closed_at is null";

    private final AccountabilityRows rows;
    private final Breaches breaches;
    private final JdbcClient jdbc;

    AccountabilityCases(AccountabilityRows rows, Breaches breaches, JdbcClient jdbc) {
        this.rows = rows;
        this.breaches = breaches;
        this.jdbc = jdbc;
    }

    public Optional<AccountabilityCase> find(UUID id) {
        return rows.find(List.of(id)).stream().findFirst();
    }

    public List<AccountabilityCase> find(Collection<UUID> ids) {
        return rows.find(ids);
    }

    /** @throws NotFoundException when there is none */
    public AccountabilityCase require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("accountability"));
    }

    /** @throws NotFoundException when there is none he may see */
    public AccountabilityCase require(UUID id, Actor reader) {
        return find(id).filter(one -> mayRead(one, reader)).orElseThrow(() -> new NotFoundException("accountability"));
    }

    public static boolean mayRead(AccountabilityCase one, Actor reader) {
        return reader.scope().covers(one.organization(), one.division(), one.sector())
                || reader.organization().equals(one.authority());
    }

    /** What the case is about, the oldest first. */
    public List<RecordedBreach> breaches(UUID id) {
        return breaches.find(rows.breaches(id));
    }

    /** Those he may see, the latest first. */
    public ItemPage<AccountabilityCase> list(AccountabilityFilter filter, Actor reader, int page, int size) {
        Where where = where(filter, reader);
        Map<String, Object> parameters = new HashMap<>(where.parameters());
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<AccountabilityCase> items = rows.list(
                AccountabilityRows.SELECT + where.sql() + " order by c.id desc limit :limit offset :offset",
                parameters);
        return new ItemPage<>(items, count(filter, reader), page, size);
    }

    public long count(AccountabilityFilter filter, Actor reader) {
        Where where = where(filter, reader);
        return jdbc.sql("select count(*) from accountability_case c" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** How many he may see in each state; a state without any is left out. */
    public Map<CaseState, Long> counts(AccountabilityFilter filter, Actor reader) {
        Where where = where(filter, reader);
        Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
        jdbc.sql("select c.state, count(*) as number from accountability_case c" + where.sql() + " group by c.state")
                .params(where.parameters())
                .query(row -> {
                    counts.put(CaseState.valueOf(row.getString("state")), row.getLong("number"));
                });
        return counts;
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private static Where where(AccountabilityFilter filter, Actor reader) {
        ScopeFilter reach = ScopeFilter.of(reader.scope(), "c.organization", "c.division", "c.sector");
        Map<String, Object> parameters = new HashMap<>(reach.parameters());
        parameters.put("own", reader.organization());
        StringBuilder sql = new StringBuilder(" where (" + reach.sql() + " or c.authority = :own)");
        if (filter.notice() != null) {
            sql.append(" and c.notice = :notice");
            parameters.put("notice", filter.notice());
        }
        if (filter.party() != null) {
            sql.append(" and c.party = :party");
            parameters.put("party", filter.party());
        }
        if (filter.state() != null) {
            sql.append(" and c.state = :state");
            parameters.put("state", filter.state().name());
        }
        if (filter.overdue()) {
            sql.append(OVERDUE);
        }
        return new Where(sql.toString(), parameters);
    }
}
