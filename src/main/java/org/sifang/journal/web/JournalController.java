package org.sifang.journal.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.journal.JournalLine;
import org.sifang.journal.JournalTexts;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The journal as a page: looking things up, and proving that nothing was changed. */
@Controller
class JournalController {

    private static final int SIZE = 50;

    private final Journal journal;
    private final JournalTexts texts;
    private final Organizations organizations;
    private final Wording wording;
    private final MessageSource messages;
    private final Clock clock;

    JournalController(
            Journal journal,
            JournalTexts texts,
            Organizations organizations,
            Wording wording,
            MessageSource messages,
            Clock clock) {
        this.journal = journal;
        this.texts = texts;
        this.organizations = organizations;
        this.wording = wording;
        this.messages = messages;
        this.clock = clock;
    }

    /** An entry and how it is shown. */
    record Row(
            JournalEntryView entry,
            JournalLine line,
            @Nullable String organization,
            String subject) {}

    @GetMapping("/journal")
    String search(@ModelAttribute("query") JournalQuery query, Actor actor, Model model, Locale locale) {
        JournalReaders.admit(actor);
        List<JournalEntryView> found =
                journal.before(query.below(), query.toSearch(organizations, clock.getZone()), actor.scope(), SIZE + 1);
        model.addAttribute(
                "rows",
                found.stream().limit(SIZE).map(entry -> row(entry, locale)).toList());
        model.addAttribute("older", found.size() > SIZE ? found.get(SIZE - 1).sequence() : null);
        model.addAttribute("filters", filters(query, locale));
        return "journal/journal";
    }

    /** The result stands in the page, or in the fragment that the page's button fetches. */
    @PostMapping("/journal/verification")
    String verify(
            Actor actor,
            Model model,
            Locale locale,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        JournalReaders.admit(actor);
        model.addAttribute("verification", journal.verify());
        if (fragment) {
            return "journal/verification :: verification";
        }
        model.addAttribute("query", JournalQuery.EVERYTHING);
        return search(JournalQuery.EVERYTHING, actor, model, locale);
    }

    private Row row(JournalEntryView entry, Locale locale) {
        String organization = entry.organization();
        return new Row(
                entry,
                texts.line(entry, locale),
                organization == null ? null : wording.organizationName(organization),
                say("journal.subject." + entry.subjectType(), say("journal.subject", "", locale), locale));
    }

    /** Only what has no field of its own. */
    private Map<String, String> filters(JournalQuery query, Locale locale) {
        Map<String, String> filters = new LinkedHashMap<>();
        if (query.subject() != null) {
            filters.put("subject", say("journal.filter.subject", "", locale));
        }
        if (query.notice() != null) {
            filters.put("notice", say("journal.filter.notice", "", locale));
        }
        if (query.actor() != null) {
            filters.put("actor", texts.who(query.actor(), locale));
        }
        return filters;
    }

    private String say(String key, String otherwise, Locale locale) {
        String words = messages.getMessage(key, null, otherwise, locale);
        return words == null ? otherwise : words;
    }
}
