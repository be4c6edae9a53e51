package org.sifang.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, to be kept for good.
 *
 * @param at when, by the domain's clock
 * @param actor user name, or {@code system}
 * @param action message key below {@code journal.}, a past-tense verb such as {@code duty.received}
 * @param subjectType {@code notice}, {@code duty}, {@code case}, {@code report}, {@code import}, {@code officer}, …
 * @param subject id of the subject
 * @param organization code of the organisation it concerns; decides with its place and line who may read the entry
 * @param facts what a reader needs to understand it; no personal data
 */
public record Entry(
        Instant at,
        String actor,
        String action,
        String subjectType,
        String subject,
        @Nullable UUID notice,
        @Nullable String organization,
        Map<String, String> facts) {

    public Entry {
        facts = Map.copyOf(facts);
    }
}
