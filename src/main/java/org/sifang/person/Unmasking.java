package org.sifang.person;

import java.util.List;
import java.util.Optional;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/**
 * Who may see people unmasked: officers, leaders and community workers of an organisation that holds them, or of the
 * command of the same county; service accounts for every organisation in their reach. Supervisors, inspectors and the
 * levels above see masks; what is reported to them comes in the frozen tables.
 */
@Component
class Unmasking {

    private static final List<Role> ROLES = List.of(Role.OFFICER, Role.LEADER, Role.COMMUNITY);

    private final Organizations organizations;

    Unmasking(Organizations organizations) {
        this.organizations = organizations;
    }

    /** @param holders codes of the organisations that hold the person */
    boolean isAllowed(Actor actor, List<String> holders) {
        return holders.stream()
                .map(organizations::find)
                .flatMap(Optional::stream)
                .anyMatch(holder -> isAllowed(actor, holder));
    }

    private boolean isAllowed(Actor actor, Organization holder) {
        if (!actor.scope().covers(holder)) {
            return false;
        }
        return actor.is(Role.SERVICE)
                || worksFor(actor, holder.code())
                || organizations
                        .find(holder.division().county().value())
                        .filter(command -> command.kind() == OrganizationKind.COMMAND)
                        .filter(command -> worksFor(actor, command.code()))
                        .isPresent();
    }

    /** Also as a substitute: the groups of those whom he substitutes are his. */
    private static boolean worksFor(Actor actor, String organization) {
        return ROLES.stream().anyMatch(role -> actor.groups().contains(organization + "/" + role));
    }
}
