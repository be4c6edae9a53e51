package org.sifang.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
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
    private final List<Courier> couriers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(Inbox inbox, Outbox outbox, List<Courier> couriers, ApplicationEventPublisher events, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.couriers = couriers;
        this.events = events;
        this.clock = clock;
    }

    /** Queues the messages with one statement per channel; some thousand at a time do well. */
    public void send(Collection<Message> messages) {
        Instant now = clock.instant();
        List<Message> inside = through(Message.Channel.INBOX, messages);
        if (!inside.isEmpty()) {
            inbox.put(inside, now);
        }
        for (Courier courier : couriers) {
            List<Message> outside = courier.open() ? through(courier.channel(), messages) : List.of();
            if (!outside.isEmpty()) {
                outbox.put(outside, courier.channel(), courier.window(), now);
                events.publishEvent(new Dispatcher.Filled());
            }
        }
    }

    private static List<Message> through(Message.Channel channel, Collection<Message> messages) {
        return messages.stream()
                .filter(message -> message.channels().contains(channel))
                .toList();
    }
}
