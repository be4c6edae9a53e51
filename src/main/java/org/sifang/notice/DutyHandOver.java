package org.sifang.notice;

import org.sifang.organization.OfficerDeactivated;
import org.sifang.organization.Officers;
import org.sifang.organization.Responsibility;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No duty stays with somebody who is gone: his go to the successor, else to who answers for the organisation now. */
@Component
class DutyHandOver {

    private final Duties duties;
    private final Officers officers;

    DutyHandOver(Duties duties, Officers officers) {
        this.duties = duties;
        this.officers = officers;
    }

    @EventListener
    void officerDeactivated(OfficerDeactivated event) {
        String successor = event.successor();
        if (successor == null) {
            Responsibility left = officers.responsibleFor(event.organization());
            successor = left.responsible();
        }
        duties.handOver(event.username(), successor);
    }
}
