package org.sifang.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.organization.Scope;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of imports, cut to their reader's scope. */
@Repository
class ImportSearch {

    private final JdbcClient jdbc;

    ImportSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ItemPage<SheetImport> list(@Nullable UUID notice, @Nullable String organization, Scope scope, int page, int size) {
        ScopeFilter filter = ScopeFilter.of(scope, "i.organization", "i.division", "i.sector");
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        String where = " from screening_import i where " + filter.sql();
        if (notice != null) {
            where += " and i.notice = :notice";
            parameters.put("notice", notice);
        }
        if (organization != null) {
            where += " and i.organization = :organization";
            parameters.put("organization", organization);
        }
        long total = jdbc.sql("select count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        List<SheetImport> items = jdbc.sql("select i.*" + where + " order by i.id desc limit :limit offset :offset")
                .params(parameters)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(ImportRows::read)
                .list();
        return new ItemPage<>(items, total, page, size);
    }
}
