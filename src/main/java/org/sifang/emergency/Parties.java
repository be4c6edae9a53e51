package org.sifang.emergency;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.Addressees;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.springframework.stereotype.Component;

/** Who answers for what in an emergency, by where the person is. */
@Component
class Parties {

    static final String HEALTH = "HEALTH";

    private final Organizations organizations;

    Parties(Organizations organizations) {
        this.organizations = organizations;
    }

    /** The command of the county; of the city where the case lies above the counties. */
    Organization command(DivisionCode division) {
        DivisionCode county = division.county();
        return organizations.all().stream()
                .filter(one -> one.kind() == OrganizationKind.COMMAND)
                .filter(one -> one.division().equals(county))
                .findFirst()
                .orElseGet(() -> organizations.require(county.value()));
    }

    /** The health department of the county; its command where there is none. */
    Organization health(DivisionCode division) {
        return department(division.county()).orElseGet(() -> command(division));
    }

    /** The health departments of the county and of the city above it. */
    List<Organization> healthLine(DivisionCode division) {
        Organization county = health(division);
        return department(city(division))
                .filter(city -> !city.equals(county))
                .map(city -> List.of(county, city))
                .orElseGet(() -> List.of(county));
    }

    /** The hospital when it is chosen; until then the health department. */
    Organization hospital(Emergency emergency) {
        String code = emergency.hospital();
        return code == null ? health(emergency.division()) : organizations.require(code);
    }

    /** The medical institutions of the city, those of the county first. */
    List<Organization> hospitals(DivisionCode division) {
        DivisionCode county = division.county();
        return organizations
                .select(new Addressees(
                        Set.of(OrganizationKind.MEDICAL),
                        Set.of(OrganizationLevel.CITY, OrganizationLevel.COUNTY),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        null,
                        city(division)))
                .stream()
                .sorted((one, other) -> Boolean.compare(
                        !one.division().county().equals(county),
                        !other.division().county().equals(county)))
                .toList();
    }

    private Optional<Organization> department(@Nullable DivisionCode division) {
        return organizations.all().stream()
                .filter(one -> one.kind() == OrganizationKind.DEPARTMENT && HEALTH.equals(one.sector()))
                .filter(one -> one.division().equals(division))
                .findFirst();
    }

    private static DivisionCode city(DivisionCode division) {
        return new DivisionCode(division.value().substring(0, 4) + "00");
    }
}
