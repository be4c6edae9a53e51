package org.sifang.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps breaches, whoever found them, and tells those who hold to account. */
@Service
public class Breaches {

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    Breaches(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Keeps and publishes them in the caller's transaction; a duty is breached only once. One statement for all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<? extends Breach> breaches) {
        if (breaches.isEmpty()) {
            return;
        }
        Columns.<Breach>of(List.copyOf(breaches))
                .uuid(Breach::id)
                .uuid(Breach::notice)
                .uuid(Breaches::duty)
                .uuid(Breach::subject)
                .text(breach -> breach.partyKind().name())
                .text(Breach::party)
                .instant(Breach::at)
                .execute(jdbc, """
                        insert into breach (id, notice, duty, subject, party_kind, party, happened_at)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?) on conflict (duty) do nothing""");
        breaches.forEach(events::publishEvent);
    }

    private static @Nullable UUID duty(Breach breach) {
        return breach.partyKind() == PartyKind.ORGANIZATION ? breach.subject() : null;
    }
}
