package org.sifang.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is read.
 *
 * @param sequence its number in the journal; numbers rise in the order of writing and have gaps
 * @param recordedAt when the database took it, by the database's clock; {@code at} is the domain's
 */
public record JournalEntryView(
        long sequence,
        Instant at,
        Instant recordedAt,
        String actor,
        String action,
        String subjectType,
        String subject,
        @Nullable UUID notice,
        @Nullable String organization,
        Map<String, String> facts) {

    public JournalEntryView {
        facts = Map.copyOf(facts);
    }

    static JournalEntryView of(StoredEntry entry) {
        return new JournalEntryView(
                entry.sequence(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.actor(),
                entry.action(),
                entry.subjectType(),
                entry.subject(),
                entry.notice(),
                entry.organization(),
                Facts.read(entry.facts()));
    }
}
