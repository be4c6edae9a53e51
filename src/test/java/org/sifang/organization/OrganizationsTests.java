package org.sifang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.NotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SifangTest
@NullMarked
class OrganizationsTests {

    private static final DivisionCode TONGLIAO = new DivisionCode("150500");

    @Autowired
    private Organizations organizations;

    @Autowired
    private Actors actors;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tongliaoHasNineCountyCommandsAndChifengTwelve() {
        assertThat(select(Set.of(OrganizationKind.COMMAND), Set.of(OrganizationLevel.COUNTY), Set.of(), null, TONGLIAO))
                .extracting(Organization::code)
                .containsExactly(
                        "150502", "150521", "150522", "150523", "150524", "150525", "150526", "150571", "150581");
        assertThat(select(
                        Set.of(OrganizationKind.COMMAND),
                        Set.of(OrganizationLevel.COUNTY),
                        Set.of(),
                        null,
                        new DivisionCode("150400")))
                .hasSize(12);
    }

    @Test
    void eachCityHasSeventeenLineDepartments() {
        for (String city : List.of("150500", "150400")) {
            assertThat(select(
                            Set.of(OrganizationKind.DEPARTMENT),
                            Set.of(OrganizationLevel.CITY),
                            Set.of(),
                            null,
                            new DivisionCode(city)))
                    .extracting(Organization::sector)
                    .hasSize(17)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void hospitalsAreSelectedByTheirGrade() {
        assertThat(select(Set.of(OrganizationKind.MEDICAL), Set.of(), Set.of(), 2, new DivisionCode("150502")))
                .extracting(Organization::code)
                .containsExactly("150502-H1");
    }

    @Test
    void aLineIsSelectedInEveryCounty() {
        assertThat(select(
                        Set.of(OrganizationKind.DEPARTMENT),
                        Set.of(OrganizationLevel.COUNTY),
                        Set.of("HEALTH"),
                        null,
                        TONGLIAO))
                .hasSize(9);
    }

    @Test
    void anUnknownCodeIsNotFound() {
        assertThatThrownBy(() -> organizations.require("999999")).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city.officer",
                "150502.officer",
                "150500.health",
                "150502.health",
                "150502.community",
                "lab",
                "150502.h1",
                "150502901.community"
            })
    void theConditionInTheDatabaseSeesWhatTheScopeSees(String username) {
        Scope scope = actors.byUsername(username).scope();
        ScopeFilter filter = ScopeFilter.of(scope, "o.code", "o.division", "o.sector");

        List<String> found = jdbc.sql("select o.code from organization o where " + filter.sql() + " order by o.code")
                .params(filter.parameters())
                .query(String.class)
                .list();

        assertThat(found)
                .isNotEmpty()
                .isEqualTo(organizations.all().stream()
                        .filter(scope::covers)
                        .map(Organization::code)
                        .toList());
    }

    private List<Organization> select(
            Set<OrganizationKind> kinds,
            Set<OrganizationLevel> levels,
            Set<String> sectors,
            @Nullable Integer grade,
            DivisionCode within) {
        return organizations.select(new Addressees(kinds, levels, Set.of(), sectors, Set.of(), grade, within));
    }
}
