package org.sifang.screening.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sifang.kernel.Fault;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Faults in the reader's words. */
@Component
class Reasons {

    private final MessageSource messages;

    Reasons(MessageSource messages) {
        this.messages = messages;
    }

    /** A fault as it is told. */
    record Told(String path, String code, String message) {}

    Told told(Fault fault, Locale locale) {
        return new Told(fault.path(), fault.code(), text(fault, locale));
    }

    List<Told> told(List<Fault> faults, Locale locale) {
        return faults.stream().map(fault -> told(fault, locale)).toList();
    }

    /** All in one line. */
    String line(List<Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> text(fault, locale))
                .collect(Collectors.joining(say("screening.rejected.and", locale)));
    }

    String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private String text(Fault fault, Locale locale) {
        String text = messages.getMessage(fault.code(), fault.args().toArray(), fault.code(), locale);
        return text == null ? fault.code() : text;
    }
}
