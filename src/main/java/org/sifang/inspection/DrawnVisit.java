package org.sifang.inspection;

import java.util.List;

/**
 * What a draw decided about one object.
 *
 * @param organization code of the object
 * @param inspectors user names, the one who leads first
 */
public record DrawnVisit(String organization, List<String> inspectors) {

    public DrawnVisit {
        inspectors = List.copyOf(inspectors);
        if (inspectors.stream().distinct().count() < DrawInput.LEAST_TEAM) {
            throw new IllegalArgumentException("Nobody inspects alone");
        }
    }
}
