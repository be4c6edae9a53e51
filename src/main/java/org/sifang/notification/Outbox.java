package org.sifang.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.kernel.Ids;
import org.sifang.notification.Message.Channel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to leave the house. A message goes out at least once: between the delivery and the note of it in the table the
 * node may die, and after the lease another one delivers the same parcel again, under the same delivery id.
 */
@Repository
class Outbox {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    Outbox(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Puts the messages in; those that wait with the same subject for the same recipient do not leave any more. */
    void put(Collection<Letter> letters, Channel channel, Duration window, Instant now) {
        // In the order of the ids, so that two who replace the same messages do not lock each other out.
        Columns.of(letters)
                .text(Letter::recipient)
                .text(letter -> letter.message().subject())
                .text(letter -> channel.name())
                .execute(template, """
                        with older as (
                            select o.id from outbox_message o
                              join (select distinct * from unnest(?, ?, ?)) n (recipient, subject, channel)
                                on o.recipient = n.recipient and o.subject = n.subject and o.channel = n.channel
                             where o.state = 'WAITING'
                             order by o.id for update of o)
                        update outbox_message set state = 'SUPERSEDED', done_at = now()
                         where id in (select id from older)
                        """);
        Columns.of(letters)
                .uuid(letter -> Ids.next())
                .text(letter -> channel.name())
                .text(Letter::recipient)
                .text(letter -> letter.message().key())
                .text(letter -> Args.write(letter.message().args()))
                .text(letter -> letter.message().link())
                .text(letter -> letter.message().subject())
                .instant(letter -> now)
                .text(letter -> window.toString())
                .text(Letter::absent)
                .execute(template, """
                        insert into outbox_message
                               (id, channel, recipient, key, args, link, subject, sent_at, due_at, absent)
                        select m.id, m.channel, m.recipient, m.key, m.args, m.link, m.subject, m.sent_at,
                               now() + m.pause::interval, m.absent
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                               m (id, channel, recipient, key, args, link, subject, sent_at, pause, absent)
                        """);
    }

    /** Takes what is due, and what it may go with, out of the reach of other nodes for the time of the lease. */
    @Transactional
    List<Parcel> claim(Courier courier, Duration lease) {
        List<OutboxMessage> due = due(courier);
        if (due.isEmpty()) {
            return List.of();
        }
        List<OutboxMessage> all = new ArrayList<>(due);
        all.addAll(companions(courier, due));
        List<Parcel> parcels = pack(courier, all, time());
        for (Parcel parcel : parcels) {
            jdbc.sql("""
                            update outbox_message
                               set delivery = :delivery, attempts = attempts + 1, due_at = now() + cast(:lease as interval)
                             where id = any(:ids)
                            """)
                    .param("delivery", parcel.delivery())
                    .param("lease", lease.toString())
                    .param("ids", ids(parcel))
                    .update();
        }
        return parcels;
    }

    private Instant time() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The rest of parcels that went out before; for mail, whatever else waits for the same officers. */
    private List<OutboxMessage> companions(Courier courier, List<OutboxMessage> due) {
        UUID[] known = due.stream().map(OutboxMessage::id).toArray(UUID[]::new);
        UUID[] deliveries = due.stream()
                .map(OutboxMessage::delivery)
                .filter(id -> id != null)
                .toArray(UUID[]::new);
        String[] recipients = due.stream()
                .filter(message -> message.delivery() == null)
                .map(OutboxMessage::recipient)
                .toArray(String[]::new);
        return jdbc.sql("select " + OutboxMessage.COLUMNS + """
                         from outbox_message o
                        where o.state = 'WAITING' and o.channel = :channel and o.id <> all(:known)
                          and (o.delivery = any(:deliveries)
                               or :together and o.delivery is null and o.recipient = any(:recipients))
                        order by o.id for update skip locked
                        """)
                .param("channel", courier.channel().name())
                .param("known", known)
                .param("deliveries", deliveries)
                .param("together", !courier.window().isZero())
                .param("recipients", recipients)
                .query(OutboxMessage::read)
                .list();
    }

    private List<OutboxMessage> due(Courier courier) {
        return jdbc.sql("select " + OutboxMessage.COLUMNS + """
                         from outbox_message o
                        where o.state = 'WAITING' and o.channel = :channel and o.due_at <= now()
                        order by o.due_at, o.id limit :batch for update skip locked
                        """)
                .param("channel", courier.channel().name())
                .param("batch", courier.batch())
                .query(OutboxMessage::read)
                .list();
    }

    private static List<Parcel> pack(Courier courier, List<OutboxMessage> messages, Instant now) {
        Map<String, List<OutboxMessage>> together = new LinkedHashMap<>();
        List<Parcel> parcels = new ArrayList<>();
        messages.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(message -> together.computeIfAbsent(
                                message.delivery() == null
                                        ? courier.destination(message)
                                        : message.delivery().toString(),
                                word -> new ArrayList<>())
                        .add(message));
        for (List<OutboxMessage> some : together.values()) {
            UUID delivery = some.get(0).delivery();
            for (int from = 0; from < some.size(); from += courier.capacity()) {
                List<OutboxMessage> part = some.subList(from, Math.min(some.size(), from + courier.capacity()));
                parcels.add(new Parcel(delivery == null ? Ids.next() : delivery, now, part));
            }
        }
        return parcels;
    }

    void delivered(Parcel parcel) {
        done(parcel, "DELIVERED", null, null);
    }

    /** Ends without having arrived: nothing to do ({@code SKIPPED}) or given up ({@code DEAD}). */
    void ended(Parcel parcel, boolean dead, Outcome outcome) {
        done(
                parcel,
                dead ? "DEAD" : "SKIPPED",
                outcome.cause() == null ? null : outcome.cause().name(),
                outcome.detail());
    }

    void again(Parcel parcel, Duration pause, Outcome outcome) {
        jdbc.sql("""
                        update outbox_message
                           set due_at = now() + cast(:pause as interval), cause = :cause, detail = :detail
                         where id = any(:ids) and state = 'WAITING'
                        """)
                .param("pause", pause.toString())
                .param("cause", outcome.cause() == null ? null : outcome.cause().name())
                .param("detail", outcome.detail())
                .param("ids", ids(parcel))
                .update();
    }

    private void done(Parcel parcel, String state, @Nullable String cause, @Nullable Integer detail) {
        jdbc.sql("""
                        update outbox_message set state = :state, cause = :cause, detail = :detail, done_at = now()
                         where id = any(:ids) and (state = 'WAITING' or :state = 'DELIVERED')
                        """)
                .param("state", state)
                .param("cause", cause)
                .param("detail", detail)
                .param("ids", ids(parcel))
                .update();
    }

    private static UUID[] ids(Parcel parcel) {
        return parcel.ids().toArray(UUID[]::new);
    }

    /** Throws away what was done before so long a time; given up ones stay until somebody has seen to them. */
    int clear(Duration keep) {
        return jdbc.sql("""
                        delete from outbox_message
                         where state in ('DELIVERED', 'SUPERSEDED', 'SKIPPED') and done_at < now() - cast(:keep as interval)
                        """).param("keep", keep.toString()).update();
    }
}
