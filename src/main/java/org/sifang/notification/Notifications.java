package org.sifang.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sifang.organization.Officers;
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
    private final Officers officers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            Inbox inbox,
            Outbox outbox,
            List<Courier> couriers,
            Officers officers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.couriers = couriers;
        this.officers = officers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Queues the messages with one statement per channel; some thousand at a time do well. Whoever substitutes a
     * recipient at this moment gets a copy that says for whom, unless he gets the same message himself.
     */
    public void send(Collection<Message> messages) {
        Instant now = clock.instant();
        List<Letter> letters = withCopies(messages, now);
        List<Letter> inside = through(Message.Channel.INBOX, letters);
        if (!inside.isEmpty()) {
            inbox.put(inside, now);
        }
        for (Courier courier : couriers) {
            List<Letter> outside = courier.open() ? through(courier.channel(), letters) : List.of();
            if (!outside.isEmpty()) {
                outbox.put(outside, courier.channel(), courier.window(), now);
                events.publishEvent(new Dispatcher.Filled());
            }
        }
    }

    private List<Letter> withCopies(Collection<Message> messages, Instant now) {
        List<Letter> letters =
                new ArrayList<>(messages.stream().map(Letter::own).toList());
        Map<String, List<String>> substitutes =
                officers.substitutes(messages.stream().map(Message::recipient).collect(Collectors.toSet()), now);
        if (substitutes.isEmpty()) {
            return letters;
        }
        Set<Said> said = new HashSet<>();
        letters.forEach(letter -> said.add(Said.of(letter)));
        for (Letter own : List.copyOf(letters)) {
            substitutes.getOrDefault(own.recipient(), List.of()).stream()
                    .map(own::copyFor)
                    .filter(copy -> said.add(Said.of(copy)))
                    .forEach(letters::add);
        }
        return letters;
    }

    /** What somebody is told, whomever it was meant for. */
    private record Said(String recipient, String key, String subject, List<String> args) {

        static Said of(Letter letter) {
            Message message = letter.message();
            return new Said(letter.recipient(), message.key(), message.subject(), message.args());
        }
    }

    private static List<Letter> through(Message.Channel channel, List<Letter> letters) {
        return letters.stream()
                .filter(letter -> letter.message().channels().contains(channel))
                .toList();
    }
}
