package org.sifang.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Messages that leave together.
 *
 * @param delivery stays the same when the parcel is sent once more, so that the receiver can tell
 * @param takenAt when it was taken out of the outbox, by the database's clock: the world's time, also in a drill
 * @param messages at least one, oldest first
 */
record Parcel(UUID delivery, Instant takenAt, List<OutboxMessage> messages) {

    Parcel {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A parcel holds something");
        }
    }

    /** Tries so far, this one not counted. */
    int attempts() {
        return messages.stream().mapToInt(OutboxMessage::attempts).max().orElse(0);
    }

    List<UUID> ids() {
        return messages.stream().map(OutboxMessage::id).toList();
    }
}
