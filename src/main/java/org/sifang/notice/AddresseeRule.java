package org.sifang.notice;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;

/**
 * Which organisations of the issuer's area are meant. An empty set restricts nothing; all that is given must hold together.
 *
 * @param codes organisations by their code
 * @param sectors lines such as HEALTH
 * @param unitKinds kinds of units such as SCHOOL
 * @param minimumGrade lowest grade of a hospital, 1 to 3
 */
public record AddresseeRule(
        Set<OrganizationKind> kinds,
        Set<OrganizationLevel> levels,
        Set<String> codes,
        Set<String> sectors,
        Set<String> unitKinds,
        @Nullable Integer minimumGrade) {

    public AddresseeRule {
        kinds = inOrder(kinds);
        levels = inOrder(levels);
        codes = inOrder(codes);
        sectors = inOrder(sectors);
        unitKinds = inOrder(unitKinds);
        if (minimumGrade != null && (minimumGrade < 1 || minimumGrade > 3)) {
            throw new IllegalArgumentException("Hospitals have a grade from 1 to 3");
        }
        if (minimumGrade == null
                && kinds.isEmpty()
                && levels.isEmpty()
                && codes.isEmpty()
                && sectors.isEmpty()
                && unitKinds.isEmpty()) {
            throw new IllegalArgumentException("A rule without any restriction would address everybody");
        }
    }

    /** Every organisation of the given kind at the given level. */
    public static AddresseeRule of(OrganizationKind kind, OrganizationLevel level) {
        return new AddresseeRule(Set.of(kind), Set.of(level), Set.of(), Set.of(), Set.of(), null);
    }

    /** Copies of Set.of come out in another order on every start; people read these sets. */
    private static <T> Set<T> inOrder(Set<T> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
