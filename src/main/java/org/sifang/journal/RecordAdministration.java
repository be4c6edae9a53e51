package org.sifang.journal;

import org.sifang.organization.Administered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what was administered: organisations know of no journal. */
@Component
class RecordAdministration {

    private final Journal journal;

    RecordAdministration(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(Administered done) {
        journal.record(new Entry(
                done.at(),
                done.by(),
                done.action(),
                done.subjectType(),
                done.subject(),
                null,
                done.organization(),
                done.facts()));
    }
}
