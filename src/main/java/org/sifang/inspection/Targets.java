package org.sifang.inspection;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.AddresseeRule;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;

/** What an inspection may visit; an empty set restricts nothing. */
public record Targets(
        Set<OrganizationKind> kinds,
        Set<OrganizationLevel> levels,
        Set<String> codes,
        Set<String> sectors,
        Set<String> unitKinds,
        @Nullable Integer minimumGrade) {

    public Targets {
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
        codes = Set.copyOf(codes);
        sectors = Set.copyOf(sectors);
        unitKinds = Set.copyOf(unitKinds);
    }

    static Targets of(AddresseeRule rule) {
        return new Targets(
                rule.kinds(), rule.levels(), rule.codes(), rule.sectors(), rule.unitKinds(), rule.minimumGrade());
    }

    public static Targets of(Set<OrganizationKind> kinds, @Nullable Integer minimumGrade) {
        return new Targets(kinds, Set.of(), Set.of(), Set.of(), Set.of(), minimumGrade);
    }
}
