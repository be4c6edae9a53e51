package org.sifang.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps breaches, whoever found them, and tells those who hold to account. */
@Service
public class Breaches {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ApplicationEventPublisher events;

    Breaches(JdbcTemplate jdbc, JdbcClient client, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.client = client;
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
                .text(breach -> breach.kind().name())
                .text(breach -> breach.severity().name())
                .text(Breach::reportedBy)
                .text(Breach::account)
                .execute(jdbc, """
                        insert into breach (id, notice, duty, subject, party_kind, party, happened_at, kind, severity,
                            reported_by, account)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (duty) do nothing""");
        breaches.forEach(events::publishEvent);
    }

    private static @Nullable UUID duty(Breach breach) {
        return breach.kind() == BreachKind.DUTY ? breach.subject() : null;
    }

    /** The next that nobody has taken up yet, the oldest first; held until the transaction's end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RecordedBreach> untaken(int most) {
        return client.sql("select * from breach where taken_at is null order by happened_at, id limit :most for update")
                .param("most", most)
                .query(Breaches::read)
                .list();
    }

    /** They are somebody's business now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(Collection<UUID> ids, Instant now) {
        client.sql("update breach set taken_at = :now where id = any(:ids::uuid[])")
                .param("now", Timestamp.from(now))
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** Those of these ids, the oldest first. */
    public List<RecordedBreach> find(Collection<UUID> ids) {
        return client.sql("select * from breach where id = any(:ids::uuid[]) order by happened_at, id")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Breaches::read)
                .list();
    }

    /** What the party has failed in this span, the oldest first. */
    public List<RecordedBreach> of(PartyKind kind, String party, Instant from, Instant until) {
        return client.sql("""
                        select * from breach
                         where party = :party and party_kind = :kind and happened_at >= :from and happened_at < :until
                         order by happened_at, id""")
                .param("party", party)
                .param("kind", kind.name())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Breaches::read)
                .list();
    }

    private static RecordedBreach read(ResultSet row, int number) throws SQLException {
        return new RecordedBreach(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                PartyKind.valueOf(row.getString("party_kind")),
                BreachKind.valueOf(row.getString("kind")),
                BreachSeverity.valueOf(row.getString("severity")),
                row.getString("party"),
                row.getObject("subject", UUID.class),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("reported_by"),
                row.getString("account"));
    }
}
