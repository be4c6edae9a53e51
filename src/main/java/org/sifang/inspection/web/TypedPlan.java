package org.sifang.inspection.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.NewInspection;
import org.sifang.inspection.Targets;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;

/**
 * A plan as it is typed.
 *
 * @param dueAt what a {@code datetime-local} field sends
 * @param clause reference, or nothing
 */
record TypedPlan(
        @Nullable String title,
        @Nullable UUID notice,
        @Nullable String clause,
        @Nullable String checklist,
        @Nullable List<OrganizationKind> kinds,
        @Nullable List<OrganizationLevel> levels,
        @Nullable Integer minimumGrade,
        @Nullable String sector,
        @Nullable Boolean announced,
        @Nullable Integer size,
        @Nullable String dueAt) {

    public boolean has(OrganizationKind kind) {
        return kinds != null && kinds.contains(kind);
    }

    public boolean has(OrganizationLevel level) {
        return levels != null && levels.contains(level);
    }

    /** @throws FaultsException with every fault */
    NewInspection toPlan(ZoneId zone) {
        List<Fault> faults = new ArrayList<>();
        if (title == null || title.isBlank()) {
            faults.add(Fault.at("title", "fault.inspection.title"));
        }
        if (checklist == null || checklist.isBlank()) {
            faults.add(Fault.at("checklist", "fault.inspection.checklist"));
        }
        if (kinds == null || kinds.isEmpty()) {
            faults.add(Fault.at("kinds", "fault.inspection.targets"));
        }
        Instant due = moment(zone);
        if (due == null) {
            faults.add(Fault.at("dueAt", "fault.inspection.due.missing"));
        }
        if (!faults.isEmpty() || title == null || checklist == null || kinds == null || due == null) {
            throw new FaultsException(faults);
        }
        return new NewInspection(
                notice,
                notice == null || clause == null || clause.isBlank() ? null : clause.strip(),
                title.strip(),
                checklist,
                new Targets(
                        EnumSet.copyOf(kinds),
                        levels == null ? Set.of() : Set.copyOf(levels),
                        Set.of(),
                        sector == null || sector.isBlank() ? Set.of() : Set.of(sector.strip()),
                        Set.of(),
                        minimumGrade),
                Boolean.TRUE.equals(announced),
                size,
                due);
    }

    private @Nullable Instant moment(ZoneId zone) {
        try {
            return dueAt == null || dueAt.isBlank()
                    ? null
                    : LocalDateTime.parse(dueAt.strip().replace(' ', 'T'))
                            .atZone(zone)
                            .toInstant();
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
