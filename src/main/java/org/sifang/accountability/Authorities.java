package org.sifang.accountability;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** Which command holds whom to account: the one that gave the order when it has somebody for it, else the city's. */
@Component
class Authorities {

    private final Organizations organizations;
    private final Officers officers;

    Authorities(Organizations organizations, Officers officers) {
        this.organizations = organizations;
        this.officers = officers;
    }

    Organization over(Organization party, @Nullable NoticeView notice) {
        Optional<Organization> issuer = Optional.ofNullable(notice).flatMap(one -> organizations.find(one.issuer()));
        return issuer.filter(one -> one.kind() == OrganizationKind.COMMAND)
                .filter(one -> !officers.withRole(one.code(), Role.DISCIPLINE).isEmpty())
                .or(() -> city(party))
                .or(() -> issuer)
                .orElse(party);
    }

    private Optional<Organization> city(Organization party) {
        return organizations.find(party.division().value().substring(0, 4) + "00");
    }
}
