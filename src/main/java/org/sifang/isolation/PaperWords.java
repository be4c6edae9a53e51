package org.sifang.isolation;

import java.time.Instant;
import java.util.Locale;
import org.sifang.organization.Wording;

/**
 * Instants on a paper, for its template.
 *
 * @param locale the paper's language
 */
public record PaperWords(Wording wording, Locale locale) {

    public String moment(Instant at) {
        return wording.moment(at, locale);
    }

    public String day(Instant at) {
        return wording.moment(at, locale).split(" ")[0];
    }
}
