package org.sifang.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sifang.organization.Scope.Reach;

/** What each kind of organisation sees: place × line. */
final class Scopes {

    /** Of files that come with the house, which no officer's scope limits. */
    static final Scope EVERYTHING = new Scope(List.of(new Reach("", null, null)));

    private Scopes() {}

    static Scope of(Organization organization) {
        return new Scope(reaches(organization));
    }

    /** All that any of these sees, each reach once. */
    static Scope of(Collection<Organization> organizations) {
        return new Scope(organizations.stream()
                .flatMap(organization -> reaches(organization).stream())
                .distinct()
                .toList());
    }

    private static List<Reach> reaches(Organization organization) {
        String prefix = organization.division().prefix();
        List<Reach> reaches = new ArrayList<>();
        switch (organization.kind()) {
            case COMMAND -> reaches.add(new Reach(prefix, null, null));
            case DEPARTMENT -> {
                if (organization.sector() != null) {
                    reaches.add(new Reach(prefix, organization.sector(), null));
                }
                reaches.add(new Reach(null, null, organization.code()));
            }
            case COMMUNITY -> {
                reaches.add(new Reach(null, null, organization.code()));
                // A community whose division is only known down to the county must not see the county.
                if (organization.division().value().length() > 6) {
                    reaches.add(new Reach(prefix, null, null));
                }
            }
            case UNIT, MEDICAL, LAB -> reaches.add(new Reach(null, null, organization.code()));
        }
        return reaches;
    }
}
