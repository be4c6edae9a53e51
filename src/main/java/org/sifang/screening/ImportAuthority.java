package org.sifang.screening;

import java.util.List;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may bring people in for an organisation: its officers, leaders and community workers; officers and leaders of a
 * command above it, who hand leads down to it; service accounts in whose reach it lies.
 */
@Component
class ImportAuthority {

    private static final List<Role> OWN = List.of(Role.OFFICER, Role.LEADER, Role.COMMUNITY);
    private static final List<Role> ABOVE = List.of(Role.OFFICER, Role.LEADER);

    private final Organizations organizations;

    ImportAuthority(Organizations organizations) {
        this.organizations = organizations;
    }

    /**
     * @throws NotFoundException when there is no such organisation in his reach
     * @throws AccessDeniedException when it is not his business to import for it
     */
    Organization require(String code, Actor actor) {
        Organization organization = organizations
                .find(code)
                .filter(actor.scope()::covers)
                .orElseThrow(() -> new NotFoundException("organisation"));
        if (!mayImport(actor, organization)) {
            throw new AccessDeniedException("May not import for this organisation");
        }
        return organization;
    }

    /** The organisations he may import for; the one he works in first. */
    List<Organization> choices(Actor actor) {
        return organizations.all().stream()
                .filter(organization -> organization.kind() == OrganizationKind.COMMAND
                        || organization.code().equals(actor.organization()))
                .filter(actor.scope()::covers)
                .filter(organization -> mayImport(actor, organization))
                .sorted((one, other) -> Boolean.compare(
                        other.code().equals(actor.organization()), one.code().equals(actor.organization())))
                .toList();
    }

    private boolean mayImport(Actor actor, Organization organization) {
        return actor.is(Role.SERVICE)
                || OWN.stream().anyMatch(role -> worksFor(actor, organization.code(), role))
                || isAbove(actor, organization);
    }

    private boolean isAbove(Actor actor, Organization organization) {
        return organizations.all().stream()
                .filter(command -> command.kind() == OrganizationKind.COMMAND)
                .filter(command -> command.division().covers(organization.division()))
                .anyMatch(command -> ABOVE.stream().anyMatch(role -> worksFor(actor, command.code(), role)));
    }

    /** Also as a substitute: the groups of those whom he substitutes are his. */
    private static boolean worksFor(Actor actor, String organization, Role role) {
        return actor.groups().contains(organization + "/" + role);
    }
}
