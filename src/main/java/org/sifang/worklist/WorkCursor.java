package org.sifang.worklist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of the list ended: the next begins behind this item. Its text is opaque to callers. */
record WorkCursor(Instant at, String id) {

    static WorkCursor after(WorkItem item, Instant at) {
        return new WorkCursor(at, item.id());
    }

    /** Null for a text that is none of ours: the list then begins at its beginning. */
    static @Nullable WorkCursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return parts.length < 2 ? null : new WorkCursor(Instant.parse(parts[0]), parts[1]);
        } catch (RuntimeException notOurs) {
            return null;
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
