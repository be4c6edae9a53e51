package org.sifang.worklist.web;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the journal says of some subjects, in sentences, for {@code fragments/lists :: timeline}. */
@Component
public class Happenings {

    private static final int MOST = 100;

    private final Journal journal;
    private final Wording wording;
    private final MessageSource messages;

    Happenings(Journal journal, Wording wording, MessageSource messages) {
        this.journal = journal;
        this.wording = wording;
        this.messages = messages;
    }

    /** @param tone ok, soon, late, bad or empty */
    public record Happening(Instant at, String who, String text, String tone) {}

    /** What the reader may see of the subjects, newest first. */
    public List<Happening> about(Collection<String> subjects, Actor reader) {
        Locale locale = LocaleContextHolder.getLocale();
        return subjects.stream()
                .flatMap(subject -> journal.about(subject, reader.scope()).stream())
                .sorted(Comparator.comparing(JournalEntryView::at)
                        .thenComparing(JournalEntryView::sequence)
                        .reversed())
                .limit(MOST)
                .map(entry -> happening(entry, locale))
                .toList();
    }

    private Happening happening(JournalEntryView entry, Locale locale) {
        String key = "journal." + entry.action();
        String who = entry.actor().equals(Actor.SYSTEM)
                ? text("happening.system", "", locale)
                : wording.officerName(entry.actor());
        Map<String, String> values = new HashMap<>(entry.facts());
        values.put("who", who);
        String organization = entry.organization();
        values.put("organization", organization == null ? "" : wording.organizationName(organization));
        return new Happening(
                entry.at(),
                who,
                wording.fill(text(key, entry.action(), locale), values, locale),
                text(key + ".tone", "", locale));
    }

    private String text(String key, String otherwise, Locale locale) {
        String found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }
}
