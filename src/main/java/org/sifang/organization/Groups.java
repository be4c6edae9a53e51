package org.sifang.organization;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The work lists an officer shares by his place and his roles. */
final class Groups {

    private Groups() {}

    /** {@code <organisation code>/<role>} for each role, and what the organisation's officers stand in for. */
    static Set<String> of(Organization place, Collection<Role> roles) {
        Set<String> groups = new LinkedHashSet<>();
        roles.forEach(role -> groups.add(name(place.code(), role)));
        if (roles.contains(Role.OFFICER) && standsInForCommunity(place)) {
            groups.add(name(place.code(), Role.COMMUNITY));
        }
        return groups;
    }

    /** A command has no community workers: what no community has been named for is its officers' work. */
    static boolean standsInForCommunity(Organization place) {
        return place.kind() == OrganizationKind.COMMAND;
    }

    private static String name(String organization, Role role) {
        return organization + "/" + role;
    }
}
