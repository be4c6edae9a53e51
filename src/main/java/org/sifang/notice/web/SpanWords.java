package org.sifang.notice.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Spans as people say them: 2 小时, 1 天, 截止前 2 小时. */
@Component
class SpanWords {

    private final MessageSource messages;

    SpanWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Days, hours and minutes; a span below a minute is nothing. */
    String span(Duration span, Locale locale) {
        Duration length = span.abs();
        boolean wholeDays = length.toDays() > 1 || length.equals(Duration.ofDays(length.toDays()));
        long days = wholeDays ? length.toDays() : 0;
        List<String> words = new ArrayList<>();
        add(words, "days", days, locale);
        add(words, "hours", length.toHours() - 24 * days, locale);
        add(words, "minutes", length.toMinutesPart(), locale);
        return String.join(say(locale, "notice.span.and"), words);
    }

    /** Before, at or after the deadline. */
    String offset(Duration offset, Locale locale) {
        return offset.isZero()
                ? say(locale, "notice.span.at")
                : say(locale, offset.isNegative() ? "notice.span.before" : "notice.span.after", span(offset, locale));
    }

    private void add(List<String> words, String unit, long count, Locale locale) {
        if (count > 0) {
            words.add(say(locale, "notice.span." + unit, count));
        }
    }

    private String say(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
