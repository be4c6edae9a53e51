package org.sifang.notification;

import org.jspecify.annotations.Nullable;

/**
 * A message as one officer gets it.
 *
 * @param absent user name of the one who was meant, on a substitute's copy; null on everybody's own
 */
record Letter(String recipient, Message message, @Nullable String absent) {

    static Letter own(Message message) {
        return new Letter(message.recipient(), message, null);
    }

    Letter copyFor(String substitute) {
        return new Letter(substitute, message, recipient);
    }
}
