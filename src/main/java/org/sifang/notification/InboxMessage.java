package org.sifang.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its reader sees it.
 *
 * @param key message key, without {@code message.}
 * @param text the sentence, in the reader's language
 * @param link page to open; null when there is none
 * @param readAt null while it is unread
 */
public record InboxMessage(
        UUID id,
        String key,
        String text,
        @Nullable String link,
        String subject,
        Instant sentAt,
        @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }
}
