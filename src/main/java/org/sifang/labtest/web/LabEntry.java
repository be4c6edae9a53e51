package org.sifang.labtest.web;

import java.util.Set;
import org.sifang.labtest.LabLists;
import org.sifang.labtest.Laboratories;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Organization;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** The way to the laboratories. */
@Component
class LabEntry implements NavigationEntry {

    private final Laboratories laboratories;
    private final LabLists lists;

    LabEntry(Laboratories laboratories, LabLists lists) {
        this.laboratories = laboratories;
        this.lists = lists;
    }

    @Override
    public String id() {
        return "lab";
    }

    @Override
    public String href() {
        return "/lab";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LAB, Role.OFFICER, Role.LEADER, Role.SUPERVISOR);
    }

    /** Results to enter, for those who enter them. */
    @Override
    public long count(Actor actor) {
        return actor.is(Role.LAB)
                ? lists.waiting(
                        laboratories.of(actor).stream().map(Organization::code).toList())
                : 0;
    }
}
