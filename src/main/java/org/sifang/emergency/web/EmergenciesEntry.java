package org.sifang.emergency.web;

import java.util.Set;
import org.sifang.emergency.Emergencies;
import org.sifang.emergency.EmergencyFilter;
import org.sifang.emergency.EmergencyState;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** The way to the emergencies, with how many are under way. */
@Component
class EmergenciesEntry implements NavigationEntry {

    private final Emergencies emergencies;

    EmergenciesEntry(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public String id() {
        return "emergencies";
    }

    @Override
    public String href() {
        return "/emergencies";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.LEADER, Role.SUPERVISOR);
    }

    @Override
    public long count(Actor actor) {
        return emergencies.count(new EmergencyFilter(null, null, EmergencyState.OPEN, false), actor);
    }
}
