package org.sifang.reporting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The people a report would name now: found for its notice and place, and in no table that counts. */
@Component
class Unreported {

    private final FoundRows people;
    private final ReportStore store;

    Unreported(FoundRows people, ReportStore store) {
        this.people = people;
        this.store = store;
    }

    List<ReportRow> of(Report report) {
        Set<UUID> reported = store.reported(report.notice(), report.organization());
        return people.found(report.notice(), report.organization(), report.division()).stream()
                .filter(row -> !reported.contains(row.person()))
                .toList();
    }
}
