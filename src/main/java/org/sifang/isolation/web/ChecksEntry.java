package org.sifang.isolation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.sifang.isolation.CheckCounts;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** The way to today's checks, with the number of people nobody has asked after yet. */
@Component
class ChecksEntry implements NavigationEntry {

    private final CheckCounts counts;
    private final Clock clock;

    ChecksEntry(CheckCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "checks";
    }

    @Override
    public String href() {
        return "/checks";
    }

    /** Between one's own work and the notices: for a community worker it is the work of the day. */
    @Override
    public int order() {
        return 15;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COMMUNITY, Role.OFFICER, Role.LEADER, Role.SUPERVISOR);
    }

    @Override
    public long count(Actor actor) {
        return counts.open(actor, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }
}
