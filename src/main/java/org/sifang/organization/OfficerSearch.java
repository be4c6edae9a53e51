package org.sifang.organization;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds officers of the organisations somebody may see. */
@Service
public class OfficerSearch {

    private final JdbcClient jdbc;

    OfficerSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param text part of the name or the user name; empty for any
     * @param organization code; null for any
     * @param role null for any
     */
    public record Wanted(
            String text,
            @Nullable String organization,
            @Nullable Role role,
            boolean active) {}

    /** By organisation and user name; counts all of them. */
    public ItemPage<Officer> find(Wanted wanted, Scope scope, int page, int size) {
        ScopeFilter visible = ScopeFilter.of(scope, "g.code", "g.division", "g.sector");
        Map<String, Object> parameters = new HashMap<>(visible.parameters());
        StringBuilder conditions = new StringBuilder(visible.sql()).append(" and o.active = :active");
        parameters.put("active", wanted.active());
        if (!wanted.text().isBlank()) {
            conditions.append(" and (o.username like :text or o.name like :text)");
            parameters.put("text", "%" + wanted.text().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        if (wanted.organization() != null) {
            conditions.append(" and o.organization = :organization");
            parameters.put("organization", wanted.organization());
        }
        if (wanted.role() != null) {
            conditions.append(
                    " and exists (select from officer_role r where r.username = o.username and r.role = :role)");
            parameters.put("role", wanted.role().name());
        }
        long total = jdbc.sql("select count(*) from officer o join organization g on g.code = o.organization where "
                        + conditions)
                .params(parameters)
                .query(Long.class)
                .single();
        var items = jdbc.sql("""
                        select o.username, o.name, o.organization, o.active, o.email,
                               array(select r.role from officer_role r where r.username = o.username) as roles
                          from officer o join organization g on g.code = o.organization
                         where\s""" + conditions + " order by o.organization, o.username limit :size offset :offset")
                .params(parameters)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Officers::read)
                .list();
        return new ItemPage<>(items, total, page, size);
    }
}
