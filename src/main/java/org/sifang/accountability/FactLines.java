package org.sifang.accountability;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.JournalTexts;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;

/** A fact file for its readers. */
@Component
public class FactLines {

    private final JournalTexts texts;
    private final Wording wording;

    FactLines(JournalTexts texts, Wording wording) {
        this.texts = texts;
        this.wording = wording;
    }

    /**
     * A fact as it is shown.
     *
     * @param text as sealed, in Chinese
     * @param who name of the officer, or the word for the system
     */
    public record Line(
            FactKind kind,
            Instant at,
            String text,
            @Nullable String clause,
            @Nullable String clauseText,
            String who,
            @Nullable Long entry,
            String tone) {}

    private static final Map<FactKind, String> TONES = Map.of(
            FactKind.RECEIVED, "ok",
            FactKind.SUBMITTED, "ok",
            FactKind.RUNG, "late",
            FactKind.RETURNED, "late",
            FactKind.BREACH, "bad",
            FactKind.EARLIER, "bad");

    public List<Line> of(FactFileContent content, Locale locale) {
        return content.facts().stream().map(fact -> line(fact, locale)).toList();
    }

    private Line line(Fact fact, Locale locale) {
        return new Line(
                fact.kind(),
                fact.at(),
                fact.text(),
                fact.clause(),
                fact.clauseText(),
                texts.who(fact.actor(), locale),
                fact.entry(),
                TONES.getOrDefault(fact.kind(), ""));
    }

    /** An instant as it stands on paper. */
    public String moment(Instant at, Locale locale) {
        return wording.moment(at, locale);
    }
}
