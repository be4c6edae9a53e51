package org.sifang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.kernel.DivisionCode;

/** Who sees what: place × line. */
@NullMarked
class ScopesTests {

    @ParameterizedTest(name = "{0} {1} of line {2} sees {3} in {4} of line {5}: {6}")
    @CsvSource(textBlock = """
            # looks from:            line,      at:          place,        line,      sees it
            COMMAND,    150500,       ,          150502,      150502,       ,          true
            COMMAND,    150500,       ,          150502-H1,   150502,       HEALTH,    true
            COMMAND,    150500,       ,          150402,      150402,       ,          false
            COMMAND,    150502,       ,          150502-U1,   150502,       EDUCATION, true
            COMMAND,    150502,       ,          150502901001, 150502901001, ,         true
            COMMAND,    150502,       ,          150521,      150521,       ,          false
            COMMAND,    150502,       ,          150500,      150500,       ,          false
            DEPARTMENT, 150500,       HEALTH,    150502-H1,   150502,       HEALTH,    true
            DEPARTMENT, 150500,       HEALTH,    150581-H1,   150581,       HEALTH,    true
            DEPARTMENT, 150500,       HEALTH,    150502-U1,   150502,       EDUCATION, false
            DEPARTMENT, 150500,       HEALTH,    150502,      150502,       ,          false
            DEPARTMENT, 150502,       HEALTH,    150502-H1,   150502,       HEALTH,    true
            DEPARTMENT, 150502,       HEALTH,    150521-H1,   150521,       HEALTH,    false
            DEPARTMENT, 150502,       HEALTH,    own,         150502,       HEALTH,    true
            MEDICAL,    150502,       HEALTH,    own,         150502,       HEALTH,    true
            MEDICAL,    150502,       HEALTH,    150502-H2,   150502,       HEALTH,    false
            UNIT,       150502,       EDUCATION, own,         150502,       EDUCATION, true
            UNIT,       150502,       EDUCATION, 150502-U2,   150502,       EDUCATION, false
            LAB,        150500,       HEALTH,    150502-H1,   150502,       HEALTH,    false
            COMMUNITY,  150502901001, ,          own,         150502901001, ,          true
            COMMUNITY,  150502901001, ,          anything,    150502901001, ,          true
            COMMUNITY,  150502901001, ,          150502901002, 150502901002, ,         false
            COMMUNITY,  150502901,    ,          150502901002, 150502901002, ,         true
            COMMUNITY,  150502,       ,          150502-U1,   150502,       ,          false
            """)
    void eachKindOfOrganisationSeesItsPlaceAndLine(
            OrganizationKind kind,
            String place,
            @Nullable String line,
            String code,
            String division,
            @Nullable String sector,
            boolean sees) {
        Organization from = organization("own", kind, place, line);

        boolean seen = Scopes.of(from).covers(code, new DivisionCode(division), sector);

        assertThat(seen).isEqualTo(sees);
    }

    @Test
    void aScopeOfSeveralPlacesSeesEachAndNamesNoReachTwice() {
        Organization county = organization("150502", OrganizationKind.COMMAND, "150502", null);
        Organization hospital = organization("150521-H1", OrganizationKind.MEDICAL, "150521", "HEALTH");

        Scope scope = Scopes.of(List.of(county, hospital, county));

        assertThat(scope.reaches()).hasSize(2);
        assertThat(scope.covers(hospital)).isTrue();
    }

    @Test
    void theConditionOfAnEmptyScopeIsFalse() {
        assertThat(ScopeFilter.of(Scope.NOTHING, "o", "d", "s").sql()).isEqualTo("(false)");
    }

    @Test
    void theConditionBindsItsValues() {
        Organization health = organization("150500-HEALTH", OrganizationKind.DEPARTMENT, "150500", "HEALTH");

        ScopeFilter filter = ScopeFilter.of(Scopes.of(health), "d.organization", "d.division", "d.sector");

        assertThat(filter.sql())
                .isEqualTo("((d.division like :scope_0d and d.sector = :scope_0s) or d.organization = :scope_1o)");
        assertThat(filter.parameters())
                .containsEntry("scope_0d", "1505%")
                .containsEntry("scope_0s", "HEALTH")
                .containsEntry("scope_1o", "150500-HEALTH");
    }

    private static Organization organization(
            String code, OrganizationKind kind, String division, @Nullable String sector) {
        return new Organization(
                code, code, kind, OrganizationLevel.COUNTY, new DivisionCode(division), null, sector, null, null);
    }
}
