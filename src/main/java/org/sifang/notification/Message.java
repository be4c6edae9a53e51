package org.sifang.notification;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message to one officer; its text is made from the key when it is read, in the reader's language.
 *
 * @param recipient user name
 * @param key message key below {@code message.}, such as {@code duty.urged}, with or without that beginning; its text is one sentence and takes {@code
 *     args} as {@code {0}, {1}, …}
 * @param args what the text needs; no personal data. Values of the forms that {@link
 *     org.sifang.organization.Wording} knows (message keys, instants, days, organisations, officers) become words
 * @param link page to open, such as {@code /duties/0192…}, always of this house; null when there is none
 * @param subject id of what it is about; a newer message about it to the same recipient takes the place of one that
 *     still waits to leave by mail or webhook
 * @param channels where it goes; INBOX always works, the others when they are configured
 */
public record Message(
        String recipient,
        String key,
        List<String> args,
        @Nullable String link,
        String subject,
        Set<Channel> channels) {

    private static final String PREFIX = "message.";

    /** Ways to reach an officer. */
    public enum Channel {
        INBOX,
        MAIL,
        WEBHOOK
    }

    public Message {
        key = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
        args = List.copyOf(args);
        channels = Set.copyOf(channels);
        if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
            throw new IllegalArgumentException("A message leads to a page of this house only");
        }
    }
}
