package org.sifang.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/** What somebody may see: place × line. A thing is seen when one of the reaches covers it. */
public record Scope(List<Reach> reaches) {

    public static final Scope NOTHING = new Scope(List.of());

    public Scope {
        reaches = List.copyOf(reaches);
    }

    /**
     * @param divisionPrefix digits the division must begin with; null when the reach is one organisation
     * @param sector the line; null for every line
     * @param organization the one organisation; null when the reach is a place
     */
    public record Reach(
            @Nullable String divisionPrefix,
            @Nullable String sector,
            @Nullable String organization) {

        boolean covers(String ownerCode, DivisionCode division, @Nullable String line) {
            if (organization != null) {
                return organization.equals(ownerCode);
            }
            return divisionPrefix != null
                    && division.value().startsWith(divisionPrefix)
                    && (sector == null || sector.equals(line));
        }
    }

    /** Whether something that belongs to this organisation, place and line may be seen. */
    public boolean covers(String organization, DivisionCode division, @Nullable String sector) {
        return reaches.stream().anyMatch(reach -> reach.covers(organization, division, sector));
    }

    public boolean covers(Organization organization) {
        return covers(organization.code(), organization.division(), organization.sector());
    }
}
