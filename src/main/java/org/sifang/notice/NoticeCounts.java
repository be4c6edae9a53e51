package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Instant;
import org.sifang.organization.Actor;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers beside the entries of the navigation: asked for every page, so each stops at a thousand. */
@Component
public class NoticeCounts {

    private final JdbcClient jdbc;

    NoticeCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Drafts, reviews and signatures that wait for one of his groups. */
    public long waiting(Actor actor) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from unnest(:groups) as k(key)
                              join work_item w on w.scope_key = k.key and w.completed_at is null
                               and w.process = 'notice-issuance'
                             limit 1000) found""")
                .param("groups", actor.groups().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Duties in his place and line, or ordered by his organisation, whose deadline has passed without an answer. */
    public long overdue(Actor actor, Instant now) {
        ScopeFilter scope = ScopeFilter.of(actor.scope(), "d.organization", "d.division", "d.sector");
        return jdbc.sql("select count(*) from (select 1 from duty d where d.due_at <= :now"
                        + " and d.state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED')"
                        + " and (" + scope.sql() + " or d.issuer = :reader) limit 1000) found")
                .params(scope.parameters())
                .param("now", Timestamp.from(now))
                .param("reader", actor.organization())
                .query(Long.class)
                .single();
    }
}
