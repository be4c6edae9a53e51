package org.sifang.notice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.springframework.stereotype.Component;

/** Who may be named for a duty: somebody who works there, and two different people. */
@Component
class Appointment {

    private final Officers officers;

    Appointment(Officers officers) {
        this.officers = officers;
    }

    /**
     * @param responsible user name; null leaves the one on file
     * @param deputy user name; null leaves the one on file
     * @throws FaultsException with both faults, if there are two
     */
    void check(Duty duty, @Nullable String responsible, @Nullable String deputy) {
        if (responsible == null && deputy == null) {
            return;
        }
        List<String> known = officers.inOrganization(duty.organization()).stream()
                .map(Officer::username)
                .toList();
        List<Fault> faults = new ArrayList<>();
        if (responsible != null && !known.contains(responsible)) {
            faults.add(Fault.at("responsible", "fault.notice.officer.unknown"));
        }
        String first = responsible == null ? duty.responsible() : responsible;
        if (deputy != null && (!known.contains(deputy) || deputy.equals(first))) {
            faults.add(Fault.at("deputy", "fault.notice.deputy.unfit"));
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }
}
