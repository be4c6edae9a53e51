package org.sifang.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.kernel.Ids;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What officers find when they sign in. Everybody sees his own messages and nobody else's. */
@Service
public class Inbox {

    private static final String SELECT =
            "select id, key, args, link, subject, sent_at, read_at, absent from inbox_message where recipient = :recipient";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final MessageTexts texts;

    Inbox(JdbcTemplate template, JdbcClient jdbc, MessageTexts texts) {
        this.template = template;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    void put(Collection<Letter> letters, Instant now) {
        Columns.of(letters)
                .uuid(letter -> Ids.next())
                .text(Letter::recipient)
                .text(letter -> letter.message().key())
                .text(letter -> Args.write(letter.message().args()))
                .text(letter -> letter.message().link())
                .text(letter -> letter.message().subject())
                .instant(letter -> now)
                .text(Letter::absent)
                .execute(template, """
                        insert into inbox_message (id, recipient, key, args, link, subject, sent_at, absent)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    /** Number of messages this officer has not read; one index look-up, for the bar of every page. */
    public int unread(String username) {
        return jdbc.sql("select count(*) from inbox_message where recipient = :recipient and read_at is null")
                .param("recipient", username)
                .query(Integer.class)
                .single();
    }

    /** His messages, unread ones first, then the newest first. */
    public ItemPage<InboxMessage> list(String username, boolean unreadOnly, int page, int size, Locale locale) {
        String which = unreadOnly ? " and read_at is null" : "";
        List<InboxMessage> items = jdbc.sql(SELECT + which
                        + " order by (read_at is null) desc, sent_at desc, id desc limit :size offset :offset")
                .param("recipient", username)
                .param("size", size)
                .param("offset", Math.multiplyExact(page, size))
                .query((row, number) -> read(row, locale))
                .list();
        long total = jdbc.sql("select count(*) from inbox_message where recipient = :recipient" + which)
                .param("recipient", username)
                .query(Long.class)
                .single();
        return new ItemPage<>(items, total, page, size);
    }

    /**
     * Marks one message as read and answers where it leads.
     *
     * @return the page to open; null when it leads nowhere
     * @throws NotFoundException when he has no such message
     */
    public @Nullable String open(String username, UUID id, Instant now) {
        InboxMessage message = jdbc.sql(SELECT + " and id = :id")
                .param("recipient", username)
                .param("id", id)
                .query((row, number) -> read(row, Locale.ROOT))
                .optional()
                .orElseThrow(() -> new NotFoundException("message"));
        if (message.unread()) {
            mark(username, " and id = :id", id, now);
        }
        return message.link();
    }

    /** Marks everything that came up to this moment as read; answers how much it was. */
    public int readAll(String username, Instant now) {
        return mark(username, " and sent_at <= :now", null, now);
    }

    private int mark(String username, String which, @Nullable UUID id, Instant now) {
        return jdbc.sql("update inbox_message set read_at = :now where recipient = :recipient and read_at is null"
                        + which)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("recipient", username)
                .param("id", id)
                .update();
    }

    private InboxMessage read(ResultSet row, Locale locale) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new InboxMessage(
                row.getObject("id", UUID.class),
                row.getString("key"),
                texts.of(row.getString("key"), Args.read(row.getString("args")), row.getString("absent"), locale),
                row.getString("link"),
                row.getString("subject"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
