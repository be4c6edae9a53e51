package org.sifang.notification;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentence of a message, in the reader's language. */
@Component
class MessageTexts {

    private final MessageSource messages;
    private final Wording wording;

    MessageTexts(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** @param absent user name of the one who was meant, on a substitute's copy */
    String of(String key, List<String> args, @Nullable String absent, Locale locale) {
        String text = of(key, args, locale);
        return absent == null ? text : say("notification.copy", locale, text, wording.officerName(absent));
    }

    String of(String key, List<String> args, Locale locale) {
        // Never empty: a text without arguments would not go through MessageFormat, and keep its doubled quotes.
        Object[] words = args.isEmpty()
                ? new Object[] {""}
                : args.stream().map(arg -> wording.of(arg, locale)).toArray();
        // A text that is missing must hold up neither the inbox nor what leaves with it.
        String otherwise = say("notification.unknown", locale);
        return Objects.requireNonNullElse(messages.getMessage("message." + key, words, otherwise, locale), otherwise);
    }

    /** A text of this capability itself. */
    String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
