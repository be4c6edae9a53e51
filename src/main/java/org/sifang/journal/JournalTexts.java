package org.sifang.journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Entries in the reader's words; how the texts are written is told at {@link Entry}. */
@Component
public class JournalTexts {

    private static final String TEXT = "journal.";
    private static final int MOST = 100;

    private static final Comparator<JournalEntryView> NEWEST_FIRST = Comparator.comparing(JournalEntryView::at)
            .thenComparing(JournalEntryView::sequence)
            .reversed();

    private final Journal journal;
    private final MessageSource messages;
    private final Wording wording;

    JournalTexts(Journal journal, MessageSource messages, Wording wording) {
        this.journal = journal;
        this.messages = messages;
        this.wording = wording;
    }

    /** The subject's timeline as far as this reader may see it, newest first. */
    public List<JournalLine> lines(String subject, Actor reader, Locale locale) {
        return lines(journal.about(subject, reader.scope()), locale);
    }

    /** What the reader may see of several subjects, the newest {@value #MOST} first. */
    public List<JournalLine> lines(Collection<String> subjects, Actor reader, Locale locale) {
        return subjects.stream()
                .flatMap(subject -> journal.about(subject, reader.scope()).stream())
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .map(entry -> line(entry, locale))
                .toList();
    }

    /**
     * All of several subjects, the newest {@value #MOST} first, for a page that has found its reader to be allowed to see
     * them: who carries a case reads its whole story, whichever organisation an entry stands under.
     */
    public List<JournalLine> whole(Collection<String> subjects, Locale locale) {
        return subjects.stream()
                .flatMap(subject -> journal.allAbout(subject).stream())
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .map(entry -> line(entry, locale))
                .toList();
    }

    public List<JournalLine> lines(List<JournalEntryView> entries, Locale locale) {
        return entries.stream().map(entry -> line(entry, locale)).toList();
    }

    public JournalLine line(JournalEntryView entry, Locale locale) {
        String who = who(entry.actor(), locale);
        Map<String, String> values = new HashMap<>();
        values.put("who", who);
        String organization = entry.organization();
        if (organization != null) {
            values.put("organization", wording.organizationName(organization));
        }
        values.putAll(entry.facts());
        String key = TEXT + entry.action();
        // A text that is missing must not close the page to its reader.
        String text = say(key, say(TEXT + "unknown", "", locale).replace("{action}", entry.action()), locale);
        return new JournalLine(entry.at(), who, wording.fill(text, values, locale), say(key + ".tone", "", locale));
    }

    /** The officer's name, or the word for the system. */
    public String who(String actor, Locale locale) {
        return actor.equals(Actor.SYSTEM) ? say(TEXT + "who.system", actor, locale) : wording.officerName(actor);
    }

    private String say(String key, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }
}
