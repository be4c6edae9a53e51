package org.sifang.notice.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.sifang.organization.Wording;

/** Instants and spans as the paper says them. */
public final class UrgeWords {

    private final Wording wording;
    private final SpanWords spans;
    private final Locale locale;

    UrgeWords(Wording wording, SpanWords spans, Locale locale) {
        this.wording = wording;
        this.spans = spans;
        this.locale = locale;
    }

    public String moment(Instant at) {
        return wording.moment(at, locale);
    }

    /** The day alone, under a paper. */
    public String day(Instant at) {
        return wording.moment(at, locale).split(" ")[0];
    }

    public String between(Instant from, Instant to) {
        return spans.span(Duration.between(from, to), locale);
    }
}
