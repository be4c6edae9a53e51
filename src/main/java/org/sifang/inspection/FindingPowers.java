package org.sifang.inspection;

import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** Who may enter a finding by hand: those who inspect, at a command or a department, in what they oversee. */
@Component
public class FindingPowers {

    private final Organizations organizations;

    FindingPowers(Organizations organizations) {
        this.organizations = organizations;
    }

    public boolean mayRecord(Actor actor) {
        OrganizationKind place =
                organizations.find(actor.organization()).map(Organization::kind).orElse(OrganizationKind.UNIT);
        return (place == OrganizationKind.COMMAND || place == OrganizationKind.DEPARTMENT)
                && actor.isOneOf(Role.INSPECTOR, Role.OFFICER, Role.LEADER, Role.SERVICE);
    }

    public boolean mayRecord(Actor actor, Organization organization) {
        return mayRecord(actor)
                && actor.scope().covers(organization)
                && !organization.code().equals(actor.organization());
    }
}
