package org.sifang.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.Duties;
import org.sifang.notice.DutyState;
import org.sifang.organization.Actor;
import org.sifang.reporting.Freezing.Deed;
import org.sifang.reporting.Unreported.Disclosed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds to a report who was found after it was submitted (补充件第 n 号), before the next report takes them up. */
@Service
public class Supplements {

    private final ReportStore store;
    private final ReportAccess access;
    private final Unreported unreported;
    private final Freezing freezing;
    private final Duties duties;
    private final Announcement announcement;

    Supplements(
            ReportStore store,
            ReportAccess access,
            Unreported unreported,
            Freezing freezing,
            Duties duties,
            Announcement announcement) {
        this.store = store;
        this.access = access;
        this.unreported = unreported;
        this.freezing = freezing;
        this.duties = duties;
        this.announcement = announcement;
    }

    /**
     * Freezes the people found since as the next supplement and tells the issuer.
     *
     * @param remark why they come later; may be missing
     * @throws FaultsException when there is nobody to add, or a later report is submitted already
     * @throws StateConflictException when nothing is submitted, or it came back
     */
    @Transactional
    public FrozenTable add(UUID id, @Nullable String remark, Actor by, Instant now) {
        Report seen = access.require(id, by);
        access.requireWork(seen, by);
        store.lock(seen.notice(), seen.organization());
        Report report = store.find(id).orElse(seen);
        FrozenTable main = report.requireMain();
        DutyState state = duties.require(id).state();
        if (state != DutyState.SUBMITTED && state != DutyState.ACCEPTED) {
            throw new StateConflictException("duty", state.name(), DutyState.SUBMITTED + "," + DutyState.ACCEPTED);
        }
        List<Report> submitted = store.submitted(report.notice(), report.organization());
        Report latest = submitted.get(submitted.size() - 1);
        if (!latest.id().equals(id)) {
            throw new FaultsException(Fault.at(
                    "report",
                    "fault.reporting.supplement.followed",
                    latest.requireMain().number()));
        }
        Disclosed found = unreported.disclose(report, by.username(), "reporting.purpose.supplement", now);
        if (found.rows().isEmpty()) {
            throw new FaultsException(Fault.at("report", "fault.reporting.supplement.nobody"));
        }
        int supplement = report.supplements().size() + 1;
        FrozenTable table = freezing.freeze(
                report,
                found,
                new Deed(
                        main.version(),
                        supplement,
                        Freezing.supplementNumber(main, supplement),
                        main.hash(),
                        Freezing.remark(remark),
                        by.username(),
                        by.username()),
                now);
        announcement.supplemented(report, table);
        return table;
    }
}
