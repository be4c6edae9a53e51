package org.sifang.worklist.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import org.sifang.organization.Wording;
import org.sifang.worklist.TaskContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Facts beside a form, in the reader's words. */
@Component
public class Words {

    private final Wording wording;
    private final Countdowns countdowns;
    private final MessageSource messages;

    Words(Wording wording, Countdowns countdowns, MessageSource messages) {
        this.wording = wording;
        this.countdowns = countdowns;
        this.messages = messages;
    }

    /** An instant, a number, a message key, or a text of one of the forms that {@link Wording} knows. */
    public String of(Object value) {
        Locale locale = LocaleContextHolder.getLocale();
        if (value instanceof Instant at) {
            return countdowns.when(at);
        }
        if (value instanceof Number number) {
            return NumberFormat.getInstance(locale).format(number);
        }
        if (value instanceof TaskContext.TextKey text) {
            return messages.getMessage(text.key(), null, locale);
        }
        return wording.of(value.toString(), locale);
    }
}
