package org.sifang.organization.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.sifang.organization.Staffing;

/** A substitution as the form gives it; times are those on the wall. */
record SubstitutionForm(
        @Nullable String substitute,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until) {

    void arrange(String username, Staffing staffing, Actor by, Clock clock) {
        if (substitute == null || substitute.isBlank() || from == null || until == null) {
            throw new FaultsException(missing());
        }
        staffing.substitute(
                username,
                substitute,
                from.atZone(clock.getZone()).toInstant(),
                until.atZone(clock.getZone()).toInstant(),
                by,
                clock.instant());
    }

    private List<Fault> missing() {
        List<Fault> faults = new ArrayList<>();
        if (substitute == null || substitute.isBlank()) {
            faults.add(Fault.at("substitute", "fault.officer.substitute-needed"));
        }
        if (from == null || until == null) {
            faults.add(Fault.at("until", "fault.officer.period"));
        }
        return faults;
    }
}
