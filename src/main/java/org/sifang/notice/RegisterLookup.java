package org.sifang.notice;

import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.springframework.stereotype.Component;

/** The register of organisations, as a definition asks it. */
@Component
class RegisterLookup implements AddresseeLookup {

    private final Organizations organizations;
    private final Addressing addressing;

    RegisterLookup(Organizations organizations, Addressing addressing) {
        this.organizations = organizations;
        this.addressing = addressing;
    }

    @Override
    public boolean exists(String code) {
        return organizations.find(code).isPresent();
    }

    @Override
    public boolean mayIssue(String code) {
        return organizations
                .find(code)
                .map(Organization::kind)
                .filter(OrganizationKind.COMMAND::equals)
                .isPresent();
    }

    @Override
    public int count(AddresseeRule rule, String issuer) {
        return exists(issuer) ? addressing.addressees(rule, issuer).size() : 0;
    }
}
