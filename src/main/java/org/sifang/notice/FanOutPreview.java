package org.sifang.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What issuing a notice will set in motion, shown before it is done.
 *
 * @param totalDuties duties of the first round of every obligation
 * @param firstDue the earliest of all first deadlines
 */
public record FanOutPreview(List<Line> lines, int totalDuties, Instant firstDue) {

    /**
     * @param obligation its code
     * @param firstDue the first deadline of this obligation
     */
    public record Line(
            String obligation,
            String clause,
            ObligationKind kind,
            AddresseeRule addressees,
            int addresseeCount,
            Instant firstDue) {}

    /** Obligations that meet the same addressees: 9 county commands × 2 obligations. */
    public record Group(AddresseeRule addressees, int addresseeCount, int obligations, Instant firstDue) {

        private Group and(Group other) {
            return new Group(
                    addressees,
                    addresseeCount,
                    obligations + other.obligations,
                    firstDue.isBefore(other.firstDue) ? firstDue : other.firstDue);
        }
    }

    public FanOutPreview {
        lines = List.copyOf(lines);
    }

    /** The lines taken together by addressees, in the order of the notice. */
    public List<Group> groups() {
        Map<AddresseeRule, Group> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            groups.merge(
                    line.addressees(),
                    new Group(line.addressees(), line.addresseeCount(), 1, line.firstDue()),
                    Group::and);
        }
        return List.copyOf(groups.values());
    }
}
