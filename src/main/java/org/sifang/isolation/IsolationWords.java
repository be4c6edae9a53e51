package org.sifang.isolation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Measures and decisions as sentences, in the reader's language. */
@Component
public class IsolationWords {

    private final MessageSource messages;
    private final Wording wording;
    private final Decisions decisions;
    private final Clock clock;

    IsolationWords(MessageSource messages, Wording wording, Decisions decisions, Clock clock) {
        this.messages = messages;
        this.wording = wording;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What is done with her, such as 居家隔离 14 天，检测 3 次，解除后随访 7 天. */
    public String measure(Isolation one) {
        ControlMeasure measure = one.measure();
        List<String> parts = new ArrayList<>();
        parts.add(say("isolation.kind." + measure.kind()));
        if (measure.days() > 0) {
            parts.add(say("isolation.measure.days", measure.days()));
        }
        if (measure.tested()) {
            parts.add(say("isolation.measure.tests", one.negatives()));
        }
        if (measure.followUpDays() > 0) {
            parts.add(say("isolation.measure.followUp", measure.followUpDays()));
        }
        return String.join(say("isolation.measure.comma"), parts);
    }

    /** Why she was released; empty while she is not. */
    public Optional<String> decision(Isolation one) {
        return Optional.ofNullable(one.decision()).map(this::sentence);
    }

    /** What a release waits for; empty when it waits for none. */
    public Optional<String> waiting(Isolation one) {
        boolean waits = one.open() && !one.released() && one.beganAt() != null && one.positiveAt() == null;
        return waits ? Optional.of(say("isolation.word." + decisions.ask(one, clock.instant()))) : Optional.empty();
    }

    /** Why it ended before its time; empty when it did not. */
    public Optional<String> close(Isolation one) {
        return Optional.ofNullable(one.closeReason())
                .map(reason -> wording.of(reason, LocaleContextHolder.getLocale()));
    }

    private String sentence(Decision decision) {
        Locale locale = LocaleContextHolder.getLocale();
        List<Object> values = new ArrayList<>();
        decision.facts().forEach(fact -> values.add(wording.of(fact, locale)));
        values.add(decision.by() == null ? "" : wording.officerName(decision.by()));
        values.add(decision.reason() == null ? "" : decision.reason());
        return say("isolation.decision." + decision.word(), values.toArray());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
