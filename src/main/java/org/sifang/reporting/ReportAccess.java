package org.sifang.reporting;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may see a report, who may see the people in it, and who may add to it. A report is seen where its duty is: in the
 * reader's place and line, or by the organisation that ordered it.
 */
@Component
class ReportAccess {

    private final Duties duties;
    private final ReportStore store;
    private final ZoneId zone;

    ReportAccess(Duties duties, ReportStore store, Clock clock) {
        this.duties = duties;
        this.store = store;
        this.zone = clock.getZone();
    }

    /** @throws NotFoundException when there is none he may see */
    Report require(UUID id, Actor reader) {
        Duty duty = duties.find(id)
                .filter(found -> found.kind().isReport() && duties.sees(reader, found))
                .orElseThrow(() -> new NotFoundException("report"));
        return store.find(id).orElseGet(() -> draft(duty));
    }

    /** What a duty's report is before anything was handed in. */
    Report draft(Duty duty) {
        return Report.draft(duty, zone);
    }

    /** Officers and leaders of the two organisations between which the report goes. */
    boolean reveals(Report report, Actor reader) {
        return works(report, reader)
                || reader.isOneOf(Role.OFFICER, Role.LEADER) && ofOrganization(report.issuer(), reader);
    }

    void requireReveal(Report report, Actor reader) {
        if (!reveals(report, reader)) {
            throw new AccessDeniedException("The people of a report are shown to those who send and receive it");
        }
    }

    /** Officers and leaders of the reporting organisation, and systems that act for it. */
    boolean works(Report report, Actor reader) {
        return reader.isOneOf(Role.OFFICER, Role.LEADER) && ofOrganization(report.organization(), reader)
                || serves(report, reader);
    }

    void requireWork(Report report, Actor reader) {
        if (!works(report, reader)) {
            throw new AccessDeniedException("A report is worked on by the organisation that owes it");
        }
    }

    private static boolean ofOrganization(String organization, Actor reader) {
        return reader.organization().equals(organization)
                || reader.groups().contains(organization + "/" + Role.OFFICER)
                || reader.groups().contains(organization + "/" + Role.LEADER);
    }

    private static boolean serves(Report report, Actor reader) {
        return reader.is(Role.SERVICE)
                && (reader.organization().equals(report.issuer())
                        || reader.scope().covers(report.organization(), report.division(), report.sector()));
    }
}
