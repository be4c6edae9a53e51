package org.sifang.organization.web;

import java.util.Set;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** The way to the administration. */
@Component
class AdminNavigation implements NavigationEntry {

    @Override
    public String id() {
        return "admin";
    }

    @Override
    public String href() {
        return "/admin";
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }
}
