package org.sifang.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.springframework.context.MessageSource;

/** Says a fan-out in one sentence per kind of addressee: 9 county commands × 2 obligations, first due 21:00. */
public final class FanOutSentence {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_HOUR = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

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

    private String who(AddresseeRule rule, int count, Locale locale) {
        List<String> levels = new ArrayList<>();
        for (OrganizationLevel level : rule.levels()) {
            levels.add(say(locale, "level." + level));
        }
        List<String> kinds = new ArrayList<>();
        for (OrganizationKind kind : rule.kinds()) {
            kinds.add(say(locale, "kind." + kind, count));
        }
        String noun = kinds.isEmpty() ? say(locale, "kind.ANY", count) : joined(kinds, locale);
        return levels.isEmpty() ? noun : say(locale, "who", joined(levels, locale), noun);
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
