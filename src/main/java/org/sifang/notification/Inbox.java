package org.sifang.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.sifang.kernel.Columns;
import org.sifang.kernel.Ids;
import org.sifang.notification.Message.Channel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What officers find when they sign in. */
@Service
public class Inbox {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    Inbox(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void put(Collection<Message> messages, Instant now) {
        List<Message> mine = messages.stream()
                .filter(message -> message.channels().contains(Channel.INBOX))
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        Columns.of(mine)
                .uuid(message -> Ids.next())
                .text(Message::recipient)
                .text(Message::key)
                .text(message -> Args.write(message.args()))
                .text(Message::link)
                .text(Message::subject)
                .instant(message -> now)
                .execute(template, """
                        insert into inbox_message (id, recipient, key, args, link, subject, sent_at)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    /** Number of messages this officer has not read; one index look-up, for the bar of every page. */
    public int unread(String username) {
        return jdbc.sql("select count(*) from inbox_message where recipient = :recipient and read_at is null")
                .param("recipient", username)
                .query(Integer.class)
                .single();
    }
}
