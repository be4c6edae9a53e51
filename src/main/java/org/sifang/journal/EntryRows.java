package org.sifang.journal;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Puts entries into the table, with the place and the line of their organisation as they are now. */
@Repository
class EntryRows {

    private static final String INSERT = """
            insert into journal_entry
                   (occurred_at, actor, action, subject_type, subject, notice, organization, division, sector, facts)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final Organizations organizations;

    EntryRows(JdbcTemplate jdbc, Organizations organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    void insert(Collection<Entry> entries) {
        Columns.of(entries)
                .instant(Entry::at)
                .text(Entry::actor)
                .text(Entry::action)
                .text(Entry::subjectType)
                .text(Entry::subject)
                .uuid(Entry::notice)
                .text(Entry::organization)
                .text(entry -> of(entry, organization -> organization.division().value()))
                .text(entry -> of(entry, Organization::sector))
                .text(entry -> Facts.write(entry.facts()))
                .execute(jdbc, INSERT);
    }

    private @Nullable String of(Entry entry, Function<Organization, @Nullable String> property) {
        String code = entry.organization();
        return code == null ? null : organizations.find(code).map(property).orElse(null);
    }
}
