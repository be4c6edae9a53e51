package org.sifang.labtest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.organization.Scope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * The laboratories, who may see what they do, and who may speak for them: their own officers, the health departments
 * above them, and service accounts that reach them.
 */
@Service
public class Laboratories {

    private static final String HEALTH = "HEALTH";

    private final Organizations organizations;

    Laboratories(Organizations organizations) {
        this.organizations = organizations;
    }

    /** By code. */
    public List<Organization> within(Scope scope) {
        return all().stream().filter(scope::covers).toList();
    }

    /** For which he may report, by code. */
    public List<Organization> of(Actor actor) {
        return all().stream().filter(one -> speaksFor(actor, one)).toList();
    }

    /** Those a sample from this place may go to: the county's own first, then the rest of the city. */
    List<Organization> near(DivisionCode division) {
        String county = division.county().value();
        String city = county.substring(0, 4);
        return all().stream()
                .filter(one -> one.division().value().startsWith(city))
                .sorted(Comparator.comparing(
                        (Organization one) -> !one.division().county().value().equals(county)))
                .toList();
    }

    /** By its code or, as other systems know it, its name. */
    public Optional<Organization> find(String codeOrName) {
        return organizations
                .find(codeOrName)
                .filter(Laboratories::isOne)
                .or(() -> all().stream()
                        .filter(one -> one.name().equals(codeOrName))
                        .findFirst());
    }

    /** @throws NotFoundException when there is none he may see */
    public Organization require(String code, Actor reader) {
        return find(code).filter(reader.scope()::covers).orElseThrow(() -> new NotFoundException("laboratory"));
    }

    public boolean speaksFor(Actor actor, String laboratory) {
        return find(laboratory).filter(one -> speaksFor(actor, one)).isPresent();
    }

    /**
     * @throws NotFoundException when he may not even see it
     * @throws AccessDeniedException when he may not report for it
     */
    void requireToSpeakFor(String laboratory, Actor actor) {
        if (!speaksFor(actor, require(laboratory, actor))) {
            throw new AccessDeniedException("Does not speak for this laboratory");
        }
    }

    private boolean speaksFor(Actor actor, Organization laboratory) {
        if (actor.groups().contains(laboratory.code() + "/" + Role.LAB)) {
            return true;
        }
        if (!actor.scope().covers(laboratory)) {
            return false;
        }
        return actor.is(Role.SERVICE)
                || actor.isOneOf(Role.OFFICER, Role.LEADER)
                        && organizations
                                .find(actor.organization())
                                .filter(own -> own.kind() == OrganizationKind.DEPARTMENT)
                                .filter(own -> HEALTH.equals(own.sector()))
                                .isPresent();
    }

    private List<Organization> all() {
        return organizations.all().stream().filter(Laboratories::isOne).toList();
    }

    private static boolean isOne(Organization organization) {
        return organization.kind() == OrganizationKind.LAB;
    }
}
