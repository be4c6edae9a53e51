package org.sifang.notification;

import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Service;

/**
 * Takes messages in the caller's transaction; they leave after it. A message that waits for its mail or webhook when a
 * newer one about the same subject comes for the same recipient does not leave any more: nobody is to get the reminder
 * together with the word that it is too late. The inbox keeps both.
 */
@Service
public class Notifications {

    private final Inbox inbox;
    private final Outbox outbox;
    private final Clock clock;

    Notifications(Inbox inbox, Outbox outbox, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Queues the messages with one statement per channel; some thousand at a time do well. */
    public void send(Collection<Message> messages) {
        if (!messages.isEmpty()) {
            inbox.put(messages, clock.instant());
            outbox.put(messages, clock.instant());
        }
    }
}
