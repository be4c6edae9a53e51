package org.sifang.isolation.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** Who may look after whom, and who may say so. */
@Component
class Carers {

    private final Organizations organizations;

    Carers(Organizations organizations) {
        this.organizations = organizations;
    }

    /** The communities of the counties in which these cases lie, by code. */
    List<Organization> of(List<PersonCase> cases) {
        Set<String> counties =
                cases.stream().map(one -> one.division().county().value()).collect(Collectors.toSet());
        return organizations.all().stream()
                .filter(one -> one.kind() == OrganizationKind.COMMUNITY)
                .filter(one -> counties.contains(one.division().county().value()))
                .toList();
    }

    /** The commands of other counties to which a case may be given, by code. */
    List<Organization> divisions(PersonCase one) {
        return organizations.all().stream()
                .filter(other -> other.kind() == OrganizationKind.COMMAND && other.level() == OrganizationLevel.COUNTY)
                .filter(other -> !other.code().equals(one.organization()))
                .toList();
    }

    /** Officers and leaders of the organisation that answers for her, and of those above it. */
    boolean maySay(PersonCase one, Actor actor) {
        return actor.isOneOf(Role.OFFICER, Role.LEADER, Role.SERVICE)
                && actor.scope().covers(one.organization(), one.division(), one.sector());
    }
}
