package org.sifang.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;

/** Reads which organisations are meant. */
final class AddresseePart {

    private final Set<String> sectors;

    AddresseePart(Set<String> sectors) {
        this.sectors = sectors;
    }

    @Nullable
    AddresseeRule read(Part part) {
        Set<OrganizationKind> kinds = new LinkedHashSet<>(part.values("kinds", Word.oneOf(OrganizationKind.class)));
        List<OrganizationLevel> levels = new ArrayList<>(part.values("level", Word.oneOf(OrganizationLevel.class)));
        levels.addAll(part.values("levels", Word.oneOf(OrganizationLevel.class)));
        Set<String> codes = new LinkedHashSet<>(part.values("codes", Word.code()));
        Set<String> lines = new LinkedHashSet<>(part.values("sectors", Word.oneOf(sectors)));
        Set<String> unitKinds = new LinkedHashSet<>(part.values("unitKinds", Word.code()));
        Integer minimumGrade = part.optional("minimumGrade", Word.number(1, 3));
        if (part.names().stream().noneMatch(part::has)) {
            part.fault("", Wrong.ADDRESSES_EVERYBODY);
        }
        return part.sound()
                ? new AddresseeRule(kinds, new LinkedHashSet<>(levels), codes, lines, unitKinds, minimumGrade)
                : null;
    }
}
