package org.sifang.notification;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Takes messages in the caller's transaction; they leave after it. */
@Service
public class Notifications {

    private final JdbcClient jdbc;

    Notifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Queues the messages with one statement per channel. */
    public void send(Collection<Message> messages) {
        throw new UnsupportedOperationException(String.valueOf(jdbc));
    }
}
