package org.sifang.isolation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** What happened to cases, for the journal. */
@Component
class CaseRecord {

    private final Journal journal;

    CaseRecord(Journal journal) {
        this.journal = journal;
    }

    /** @param what below {@code journal.case.} */
    void keep(PersonCase found, String what, String by, Instant at, Map<String, String> facts) {
        keep(List.of(found), what, by, at, one -> facts);
    }

    void keep(
            Collection<PersonCase> found,
            String what,
            String by,
            Instant at,
            Function<PersonCase, Map<String, String>> facts) {
        journal.recordAll(found.stream()
                .map(one -> new Entry(
                        at,
                        by,
                        "case." + what,
                        "case",
                        one.id().toString(),
                        one.notice(),
                        one.organization(),
                        facts.apply(one)))
                .toList());
    }
}
