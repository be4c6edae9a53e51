package org.sifang.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param absent who was meant, on a substitute's copy
 * @param delivery what it went out with before, when a try broke off; null at the first
 * @param attempts tries so far
 */
record OutboxMessage(
        UUID id,
        String recipient,
        String key,
        List<String> args,
        @Nullable String link,
        String subject,
        Instant sentAt,
        @Nullable String absent,
        @Nullable UUID delivery,
        int attempts) {

    static final String COLUMNS =
            "o.id, o.recipient, o.key, o.args, o.link, o.subject, o.sent_at, o.absent, o.delivery, o.attempts";

    static OutboxMessage read(ResultSet row, int number) throws SQLException {
        return new OutboxMessage(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("key"),
                Args.read(row.getString("args")),
                row.getString("link"),
                row.getString("subject"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("absent"),
                row.getObject("delivery", UUID.class),
                row.getInt("attempts"));
    }
}
