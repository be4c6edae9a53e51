package org.sifang.inspection.web;

import java.util.Set;
import org.sifang.inspection.Inspections;
import org.sifang.inspection.VisitFilter;
import org.sifang.inspection.VisitState;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** The way to inspections, visits and findings, with how many visits wait for the inspector. */
@Component
class InspectionsEntry implements NavigationEntry {

    private final Inspections inspections;

    InspectionsEntry(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public String id() {
        return "inspections";
    }

    @Override
    public String href() {
        return "/inspections";
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.LEADER, Role.INSPECTOR, Role.SUPERVISOR);
    }

    @Override
    public long count(Actor actor) {
        return actor.is(Role.INSPECTOR) ? mine(VisitState.PLANNED, actor) + mine(VisitState.STARTED, actor) : 0;
    }

    private long mine(VisitState state, Actor actor) {
        return inspections.count(new VisitFilter(null, null, state, true, false), actor);
    }
}
