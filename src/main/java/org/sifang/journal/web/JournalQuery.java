package org.sifang.journal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.JournalSearch;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the address of the page asks for.
 *
 * @param organisation a code, or a part of names
 * @param from first day
 * @param until last day
 * @param before only entries before the one of this number: what a page further on begins with
 */
record JournalQuery(
        @Nullable String subject,
        @Nullable UUID notice,
        @Nullable String organisation,
        @Nullable String actor,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Nullable Long before) {

    static final JournalQuery EVERYTHING = new JournalQuery(null, null, null, null, null, null, null);

    JournalSearch toSearch(Organizations organizations, ZoneId zone) {
        return new JournalSearch(
                given(subject),
                notice,
                codes(organizations),
                given(actor),
                begin(from, zone),
                begin(until == null ? null : until.plusDays(1), zone));
    }

    long below() {
        return before == null ? Long.MAX_VALUE : before;
    }

    private @Nullable Set<String> codes(Organizations organizations) {
        String words = given(organisation);
        return words == null
                ? null
                : organizations.all().stream()
                        .filter(one -> one.code().equals(words) || one.name().contains(words))
                        .map(Organization::code)
                        .collect(Collectors.toSet());
    }

    private static @Nullable String given(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    private static @Nullable Instant begin(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
