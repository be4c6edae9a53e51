package org.sifang.notice.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.AddresseeRule;
import org.sifang.notice.DefinitionDesk;
import org.sifang.notice.FanOutPreview;
import org.sifang.notice.FanOutSentence;
import org.sifang.notice.Measure;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.Obligation;
import org.sifang.notice.TestPlan;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A definition in the reader's words. */
@Component
class NoticeWords {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final DefinitionDesk definitions;
    private final SpanWords spans;
    private final FanOutSentence sentence;
    private final MessageSource messages;
    private final Clock clock;

    NoticeWords(DefinitionDesk definitions, SpanWords spans, MessageSource messages, Clock clock) {
        this.definitions = definitions;
        this.spans = spans;
        this.sentence = new FanOutSentence(messages, clock.getZone());
        this.messages = messages;
        this.clock = clock;
    }

    /** A ladder and its rungs in words; obligations are the codes of those that use it. */
    record LadderLines(String name, List<String> obligations, List<RungLine> rungs) {}

    /** @param action name of the action */
    record RungLine(String at, String action) {}

    record CategoryLine(
            String code,
            String name,
            String clause,
            @Nullable String since,
            List<String> measure) {}

    List<String> sentences(FanOutPreview preview, Locale locale) {
        return sentence.of(preview, clock.instant(), locale);
    }

    List<ObligationLine> obligations(NoticeDefinition definition, FanOutPreview preview, Locale locale) {
        List<ObligationLine> lines = new ArrayList<>();
        for (int i = 0; i < definition.obligations().size(); i++) {
            FanOutPreview.Line previewed = preview.lines().get(i);
            Obligation obligation = definition.obligations().get(i);
            Instant due = obligation.due();
            lines.add(new ObligationLine(
                    obligation,
                    sentence.who(obligation.addressees(), previewed.addresseeCount(), locale),
                    definitions.addressees(obligation.addressees(), definition.issuer()),
                    previewed.firstDue(),
                    time(obligation, locale),
                    details(definition, obligation, locale),
                    due != null && !due.isAfter(clock.instant())));
        }
        return lines;
    }

    private @Nullable String time(Obligation obligation, Locale locale) {
        if (obligation.dueDaily() != null) {
            return say(locale, "notice.due.daily", HOUR.format(obligation.dueDaily()));
        }
        Duration within = obligation.dueWithin();
        return within == null ? null : say(locale, "notice.due.within", spans.span(within, locale));
    }

    private List<String> details(NoticeDefinition definition, Obligation obligation, Locale locale) {
        List<String> details = new ArrayList<>();
        Duration receipt = obligation.receiptWithin();
        if (receipt != null) {
            details.add(say(locale, "notice.receipt.within", spans.span(receipt, locale)));
        }
        obligation
                .innerDeadlines()
                .forEach((level, offset) -> details.add(say(
                        locale,
                        "notice.inner",
                        say(locale, "organization.level." + level),
                        spans.offset(offset, locale))));
        AddresseeRule targets = obligation.targets();
        if (targets != null) {
            int count = definitions.addressees(targets, definition.issuer()).size();
            details.add(say(locale, "notice.targets", sentence.who(targets, count, locale), count));
        }
        return details;
    }

    List<LadderLines> ladders(NoticeDefinition definition, Locale locale) {
        return each(
                definition.ladders(),
                (name, ladder) -> new LadderLines(
                        name,
                        definition.obligations().stream()
                                .filter(obligation -> obligation.ladder().equals(name))
                                .map(Obligation::code)
                                .toList(),
                        ladder.rungs().stream()
                                .map(rung -> new RungLine(
                                        spans.offset(rung.at(), locale),
                                        rung.action().name()))
                                .toList()));
    }

    List<CategoryLine> categories(NoticeDefinition definition, Locale locale) {
        return definition.categories().stream()
                .map(category -> new CategoryLine(
                        category.code(),
                        category.name(),
                        category.clause(),
                        category.since() == null ? null : category.since().toString(),
                        measure(definition.measureOf(category), locale)))
                .toList();
    }

    private List<String> measure(Measure measure, Locale locale) {
        List<String> words = new ArrayList<>();
        words.add(say(locale, "notice.isolation." + measure.isolation()));
        if (measure.minimumDays() > 0) {
            words.add(say(locale, "notice.measure.days", measure.minimumDays()));
        }
        for (TestPlan test : measure.tests()) {
            words.add(say(
                    locale,
                    test.afterDays() == 0 ? "notice.measure.testAtOnce" : "notice.measure.test",
                    spans.span(test.dueWithin(), locale),
                    say(locale, "notice.payer." + test.paidBy()),
                    test.afterDays()));
        }
        words.add(say(locale, "notice.release." + measure.release()));
        if (measure.followUpDays() > 0) {
            words.add(say(locale, "notice.measure.followUp", measure.followUpDays()));
        }
        return words;
    }

    String say(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static <T, R> List<R> each(Map<String, T> named, BiFunction<String, T, R> line) {
        return named.entrySet().stream()
                .map(entry -> line.apply(entry.getKey(), entry.getValue()))
                .collect(Collectors.toList());
    }
}
