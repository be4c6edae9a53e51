package org.sifang.journal.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.journal.JournalSearch;
import org.sifang.journal.JournalTexts;
import org.sifang.journal.Verification;
import org.sifang.kernel.ItemPage;
import org.sifang.organization.Actor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal for machines. */
@RestController
@RequestMapping("/api/v1/journal")
class JournalApi {

    private static final int MOST = 200;
    private static final int LAST_PAGE = 1_000_000;

    private final Journal journal;
    private final JournalTexts texts;

    JournalApi(Journal journal, JournalTexts texts) {
        this.journal = journal;
        this.texts = texts;
    }

    /**
     * @param at by the domain's clock, recordedAt by the database's
     * @param text the sentence, in the asker's language
     */
    record Item(
            long sequence,
            Instant at,
            Instant recordedAt,
            String actor,
            String action,
            String text,
            String subjectType,
            String subject,
            @Nullable UUID notice,
            @Nullable String organisation,
            Map<String, String> facts) {}

    @GetMapping
    ItemPage<Item> search(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    OffsetDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    OffsetDateTime until,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor asker,
            Locale locale) {
        JournalReaders.admit(asker);
        JournalSearch search = new JournalSearch(
                subject,
                notice,
                organisation == null ? null : Set.of(organisation),
                actor,
                from == null ? null : from.toInstant(),
                until == null ? null : until.toInstant());
        ItemPage<JournalEntryView> found = journal.search(
                search, asker.scope(), Math.min(Math.max(0, page), LAST_PAGE), Math.min(Math.max(1, size), MOST));
        return new ItemPage<>(
                found.items().stream().map(entry -> item(entry, locale)).toList(),
                found.total(),
                found.page(),
                found.size());
    }

    /** Computes the whole journal again. */
    @GetMapping("/verification")
    Verification verify(Actor asker) {
        JournalReaders.admit(asker);
        return journal.verify();
    }

    private Item item(JournalEntryView entry, Locale locale) {
        return new Item(
                entry.sequence(),
                entry.at(),
                entry.recordedAt(),
                entry.actor(),
                entry.action(),
                texts.line(entry, locale).sentence(),
                entry.subjectType(),
                entry.subject(),
                entry.notice(),
                entry.organization(),
                entry.facts());
    }
}
