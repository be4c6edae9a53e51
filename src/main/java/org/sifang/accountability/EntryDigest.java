package org.sifang.accountability;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.sifang.journal.JournalEntryView;

/** Ties a fact to the journal's entry it was taken from: whatever is changed in that entry later gives another digest. */
final class EntryDigest {

    private EntryDigest() {}

    /** SHA-256 over every field, each behind its length. */
    static String of(JournalEntryView entry) {
        StringBuilder text = new StringBuilder();
        put(text, Long.toString(entry.sequence()));
        put(text, entry.at().toString());
        put(text, entry.recordedAt().toString());
        put(text, entry.actor());
        put(text, entry.action());
        put(text, entry.subjectType());
        put(text, entry.subject());
        put(text, String.valueOf(entry.notice()));
        put(text, String.valueOf(entry.organization()));
        new TreeMap<>(entry.facts()).forEach((name, value) -> {
            put(text, name);
            put(text, value);
        });
        return FactFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void put(StringBuilder text, String field) {
        text.append(field.length()).append(':').append(field);
    }
}
