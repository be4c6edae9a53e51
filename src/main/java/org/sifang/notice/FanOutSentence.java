package org.sifang.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Says a fan-out in one sentence per kind of addressee: 9 county commands × 2 obligations, first due 21:00. */
public final class FanOutSentence {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_HOUR = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** More lines than these are counted, not named. */
    private static final int LINES_NAMED = 3;

    private final MessageSource messages;
    private final ZoneId zone;

    public FanOutSentence(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** @param now a deadline of the same day is said by its hour alone */
    public List<String> of(FanOutPreview preview, Instant now, Locale locale) {
        return preview.groups().stream()
                .map(group -> say(
                        locale,
                        "group",
                        group.addresseeCount(),
                        who(group.addressees(), group.addresseeCount(), locale),
                        group.obligations(),
                        when(group.firstDue(), now)))
                .toList();
    }

    /** Whom a rule means: county commands, city and county health departments, hospitals of grade 2 and up. */
    public String who(AddresseeRule rule, int count, Locale locale) {
        String noun = noun(rule, count, locale);
        if (!rule.sectors().isEmpty()) {
            String line = rule.sectors().size() > LINES_NAMED
                    ? say(locale, "lines", rule.sectors().size())
                    : joined(
                            rule.sectors().stream()
                                    .map(sector -> word(locale, "notice.sector." + sector, sector))
                                    .toList(),
                            locale);
            noun = say(locale, "line", line, noun);
        }
        if (!rule.levels().isEmpty()) {
            List<String> levels = rule.levels().stream()
                    .map(level -> say(locale, "level." + level))
                    .toList();
            noun = say(locale, "who", joined(levels, locale), noun);
        }
        if (rule.minimumGrade() != null) {
            noun = say(locale, "grade", rule.minimumGrade(), noun);
        }
        return rule.codes().isEmpty() ? noun : say(locale, "named", noun);
    }

    private String noun(AddresseeRule rule, int count, Locale locale) {
        if (!rule.unitKinds().isEmpty()) {
            return joined(
                    rule.unitKinds().stream()
                            .map(kind -> word(locale, "notice.unitKind." + kind, kind))
                            .toList(),
                    locale);
        }
        List<String> kinds = rule.kinds().stream()
                .map(kind -> say(locale, "kind." + kind, count))
                .toList();
        return kinds.isEmpty() ? say(locale, "kind.ANY", count) : joined(kinds, locale);
    }

    private String word(Locale locale, String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }

    private String joined(List<String> words, Locale locale) {
        return words.stream().collect(Collectors.joining(say(locale, "and")));
    }

    private String when(Instant due, Instant now) {
        ZonedDateTime local = due.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (local.toLocalDate().equals(today)) {
            return local.format(HOUR);
        }
        return local.format(local.getYear() == today.getYear() ? DAY_AND_HOUR : WITH_YEAR);
    }

    private String say(Locale locale, String what, Object... args) {
        return messages.getMessage("notice.fanout." + what, args, locale);
    }
}
