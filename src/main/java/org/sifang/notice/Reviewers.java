package org.sifang.notice;

import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.springframework.stereotype.Component;

/** Who reviews a notice. */
@Component
public class Reviewers {

    private final Organizations organizations;

    Reviewers(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Code of the department of that line in the issuer's own division, or of the issuer where there is none. */
    public String of(NoticeView notice, ReviewKind kind) {
        return organizations.all().stream()
                .filter(one -> kind.sector().equals(one.sector())
                        && one.kind() == OrganizationKind.DEPARTMENT
                        && one.division().equals(notice.division()))
                .findFirst()
                .map(Organization::code)
                .orElse(notice.issuer());
    }
}
