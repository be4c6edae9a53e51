package org.sifang.screening.web;

import java.util.Set;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** The way to the sheets going in. */
@Component
class ScreeningEntry implements NavigationEntry {

    @Override
    public String id() {
        return "screening";
    }

    @Override
    public String href() {
        return "/screening";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.LEADER, Role.COMMUNITY, Role.SUPERVISOR);
    }
}
