package org.sifang.accountability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.BreachKind;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.PartyKind;

/**
 * What stands in a fact file.
 *
 * @param form version of this form; another form gets another number
 * @param number counts the files of the case from 1
 * @param party code of the organisation, or the id of an individual's case and nothing else
 * @param organization who speaks for the party
 * @param organizationName its name when the file was compiled
 * @param notice id of the notice; null for a failure outside any
 * @param noticeCaption its number, or its title
 * @param facts in the order in which they happened
 */
public record FactFileContent(
        int form,
        UUID caseId,
        int number,
        PartyKind partyKind,
        String party,
        String organization,
        String organizationName,
        String authority,
        String authorityName,
        @Nullable UUID notice,
        @Nullable String noticeCaption,
        @Nullable String noticeTitle,
        Instant compiledAt,
        String compiledBy,
        List<Failure> breaches,
        List<Fact> facts) {

    static final int FORM = 1;

    /**
     * A failure the case is about.
     *
     * @param reportedBy user name; null when a timer found it
     */
    public record Failure(
            UUID id,
            BreachKind kind,
            BreachSeverity severity,
            Instant at,
            UUID subject,
            @Nullable String reportedBy,
            @Nullable String account) {}

    public FactFileContent {
        breaches = List.copyOf(breaches);
        facts = List.copyOf(facts);
    }
}
