package org.sifang.journal;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Scope;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of entries: writing, with the place and the line of the organisation as they are now, and reading. */
@Repository
class EntryRows {

    private static final String INSERT = """
            insert into journal_entry
                   (occurred_at, actor, action, subject_type, subject, notice, organization, division, sector, facts)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Organizations organizations;

    EntryRows(JdbcTemplate template, JdbcClient jdbc, Organizations organizations) {
        this.template = template;
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
                .execute(template, INSERT);
    }

    private @Nullable String of(Entry entry, Function<Organization, @Nullable String> property) {
        String code = entry.organization();
        return code == null ? null : organizations.find(code).map(property).orElse(null);
    }

    /** All about the subject, oldest first, whoever asks. */
    List<StoredEntry> allAbout(String subject) {
        return jdbc.sql("select " + StoredEntry.COLUMNS
                        + " from journal_entry e where e.subject = :subject order by e.sequence")
                .param("subject", subject)
                .query(StoredEntry::read)
                .list();
    }

    /** Newest first. */
    List<StoredEntry> find(JournalSearch search, Scope scope, long below, int limit, int offset) {
        Where where = new Where(search, scope);
        return jdbc.sql("select " + StoredEntry.COLUMNS + where.sql()
                        + " and e.sequence < :below order by e.sequence desc limit :limit offset :offset")
                .params(where.search().parameters())
                .params(where.filter().parameters())
                .param("below", below)
                .param("limit", limit)
                .param("offset", offset)
                .query(StoredEntry::read)
                .list();
    }

    long count(JournalSearch search, Scope scope) {
        Where where = new Where(search, scope);
        return jdbc.sql("select count(*)" + where.sql())
                .params(where.search().parameters())
                .params(where.filter().parameters())
                .query(Long.class)
                .single();
    }

    private record Where(JournalSearch.Conditions search, ScopeFilter filter) {

        Where(JournalSearch search, Scope scope) {
            this(search.conditions(), ScopeFilter.of(scope, "e.organization", "e.division", "e.sector"));
        }

        String sql() {
            return " from journal_entry e where " + filter.sql() + search.sql();
        }
    }
}
