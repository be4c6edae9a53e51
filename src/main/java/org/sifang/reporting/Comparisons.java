package org.sifang.reporting;

import java.util.List;
import org.springframework.stereotype.Component;

/** Holds a report against the one before it. */
@Component
class Comparisons {

    private final ReportStore store;

    Comparisons(ReportStore store) {
        this.store = store;
    }

    /** A draft comes after all that is submitted. */
    Comparison of(Report report) {
        List<Report> submitted = store.submitted(report.notice(), report.organization());
        Integer previous = null;
        int cumulative = 0;
        for (Report earlier : submitted) {
            if (earlier.id().equals(report.id())) {
                break;
            }
            previous = earlier.people();
            cumulative += earlier.people();
        }
        return new Comparison(report.people(), previous, cumulative + report.people());
    }
}
