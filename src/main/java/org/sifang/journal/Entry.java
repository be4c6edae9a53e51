package org.sifang.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, to be kept for good.
 *
 * <p>Its sentence is the message {@code journal.<action>} in the messages of the capability that writes it. The text
 * names facts in braces, as in {@code journal.duty.returned=退回，原因：{reason}}; every text may also name {@code {who}}
 * and {@code {organization}}. Values of the forms that {@link org.sifang.organization.Wording} knows (message keys,
 * instants, days, organisations, officers) are turned into words when they are read. The message {@code
 * journal.<action>.tone} gives the colour of the dot, the same in both languages: {@code ok}, {@code soon}, {@code late}
 * or {@code bad}; without it there is none.
 *
 * @param at when, by the domain's clock; kept to the microsecond
 * @param actor user name, or {@code system}
 * @param action message key below {@code journal.}, a past-tense verb such as {@code duty.received}
 * @param subjectType {@code notice}, {@code duty}, {@code case}, {@code report}, {@code import}, {@code officer}, …
 * @param subject id of the subject
 * @param organization code of the organisation it concerns; its place and line, as they are at this moment, decide who
 *     may read the entry; an entry without one is in nobody's list, only in the subject's own record
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
