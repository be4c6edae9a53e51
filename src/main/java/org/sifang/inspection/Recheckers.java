package org.sifang.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sifang.kernel.Fault;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** Who may say that something is mended: neither who found it nor anybody of the organisation that had to mend it. */
@Component
class Recheckers {

    private final Officers officers;
    private final Organizations organizations;

    Recheckers(Officers officers, Organizations organizations) {
        this.officers = officers;
        this.organizations = organizations;
    }

    /** What speaks against somebody; empty when nothing does. */
    static Optional<Fault> objection(Finding finding, String username, String organization) {
        if (username.equals(finding.finder())) {
            return Optional.of(Fault.at("rechecker", "fault.inspection.rechecker.finder"));
        }
        if (organization.equals(finding.organization())) {
            return Optional.of(Fault.at("rechecker", "fault.inspection.rechecker.own"));
        }
        return Optional.empty();
    }

    /** Officers, leaders and inspectors of the ordering side, and the inspectors of the command above it. */
    List<Officer> of(Finding finding) {
        List<Officer> known = new ArrayList<>(officers.inOrganization(finding.orderer()).stream()
                .filter(one -> one.roles().contains(Role.OFFICER)
                        || one.roles().contains(Role.LEADER)
                        || one.roles().contains(Role.INSPECTOR))
                .toList());
        Optional.ofNullable(organizations.require(finding.orderer()).parent())
                .map(above -> officers.withRole(above, Role.INSPECTOR))
                .ifPresent(known::addAll);
        return known.stream()
                .filter(one ->
                        objection(finding, one.username(), one.organization()).isEmpty())
                .distinct()
                .sorted(Comparator.comparing((Officer one) -> !one.roles().contains(Role.INSPECTOR))
                        .thenComparing(Officer::username))
                .toList();
    }
}
