package org.sifang.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * Which organisations something is meant for. An empty set restricts nothing.
 *
 * @param minimumGrade least grade of a hospital, 1 to 3; organisations without a grade never reach it
 * @param within only organisations in this division or below it
 */
public record Addressees(
        Set<OrganizationKind> kinds,
        Set<OrganizationLevel> levels,
        Set<String> codes,
        Set<String> sectors,
        Set<String> unitKinds,
        @Nullable Integer minimumGrade,
        DivisionCode within) {

    public Addressees {
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
        codes = Set.copyOf(codes);
        sectors = Set.copyOf(sectors);
        unitKinds = Set.copyOf(unitKinds);
    }

    public boolean include(Organization organization) {
        return allows(kinds, organization.kind())
                && allows(levels, organization.level())
                && allows(codes, organization.code())
                && allows(sectors, organization.sector())
                && allows(unitKinds, organization.unitKind())
                && reachesGrade(organization.grade())
                && within.covers(organization.division());
    }

    private boolean reachesGrade(@Nullable Integer grade) {
        return minimumGrade == null || (grade != null && grade >= minimumGrade);
    }

    private static <T> boolean allows(Set<T> wanted, @Nullable T actual) {
        return wanted.isEmpty() || (actual != null && wanted.contains(actual));
    }
}
