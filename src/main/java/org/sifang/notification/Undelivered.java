package org.sifang.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.NotFoundException;
import org.sifang.notification.Message.Channel;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.sifang.organization.Organizations;
import org.sifang.organization.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was given up, for those who watch over its recipients. */
@Service
public class Undelivered {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final MessageTexts texts;
    private final Officers officers;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    Undelivered(
            JdbcClient jdbc,
            MessageTexts texts,
            Officers officers,
            Organizations organizations,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.officers = officers;
        this.organizations = organizations;
        this.events = events;
    }

    /**
     * @param recipient user name
     * @param cause why it did not arrive, in words
     */
    public record GivenUp(
            UUID id, Channel channel, String recipient, String text, String cause, int attempts, Instant endedAt) {}

    /** The newest 500 to officers of the reader's scope, newest first. */
    public List<GivenUp> list(Scope scope, Locale locale) {
        Map<String, Boolean> covered = new HashMap<>();
        return jdbc
                .sql("""
                        select id, channel, recipient, key, args, absent, cause, detail, attempts, done_at
                          from outbox_message where state = 'DEAD' order by done_at desc limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> new GivenUp(
                        row.getObject("id", UUID.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("recipient"),
                        texts.of(
                                row.getString("key"),
                                Args.read(row.getString("args")),
                                row.getString("absent"),
                                locale),
                        cause(row.getString("cause"), row.getObject("detail", Integer.class), locale),
                        row.getInt("attempts"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(givenUp -> covered.computeIfAbsent(givenUp.recipient(), username -> covers(scope, username)))
                .toList();
    }

    /**
     * Lets it leave once more, with all its tries before it.
     *
     * @throws NotFoundException when nothing of this id was given up within the reader's scope
     */
    @Transactional
    public void again(UUID id, Scope scope) {
        Optional<String> recipient = jdbc.sql(
                        "select recipient from outbox_message where id = :id and state = 'DEAD' for update")
                .param("id", id)
                .query(String.class)
                .optional();
        if (recipient.filter(username -> covers(scope, username)).isEmpty()) {
            throw new NotFoundException("message");
        }
        jdbc.sql("""
                        update outbox_message
                           set state = 'WAITING', attempts = 0, due_at = now(), cause = null, detail = null, done_at = null
                         where id = :id
                        """).param("id", id).update();
        events.publishEvent(new Dispatcher.Filled());
    }

    private boolean covers(Scope scope, String username) {
        return officers.find(username)
                .map(Officer::organization)
                .flatMap(organizations::find)
                .filter(scope::covers)
                .isPresent();
    }

    private String cause(String cause, @Nullable Integer detail, Locale locale) {
        String key = "notification.cause." + cause;
        return cause.equals(Outcome.Cause.REFUSED.name()) && detail != null
                ? texts.say(key + ".status", locale, String.valueOf(detail))
                : texts.say(key, locale);
    }
}
