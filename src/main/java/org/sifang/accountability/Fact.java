package org.sifang.accountability;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a fact file.
 *
 * @param at when it happened, by the domain's clock
 * @param actor user name, {@code system}, or the code of the organisation that ordered
 * @param clause reference of the clause it rests on; null where the record names none
 * @param clauseText that clause as worded in the notice, with the order only
 * @param rung action of the ladder's rung ({@code URGE}, …) or of the finding; null for other facts
 * @param text the sentence in Chinese, as it read when the file was compiled
 * @param subject id of the duty, finding or case it is recorded with
 * @param entry number of the journal's entry it was taken from; null for what the list of breaches tells
 * @param action the entry's action, below {@code journal.}
 * @param details the entry's facts, as far as they may stand in a file
 * @param digest SHA-256, in hex, over all of the journal's entry as it was then
 */
public record Fact(
        FactKind kind,
        Instant at,
        String actor,
        @Nullable String clause,
        @Nullable String clauseText,
        @Nullable String rung,
        String text,
        UUID subject,
        @Nullable Long entry,
        @Nullable String action,
        Map<String, String> details,
        @Nullable String digest) {

    public Fact {
        details = new TreeMap<>(details);
    }
}
