package org.sifang.emergency.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.emergency.BranchView;
import org.sifang.emergency.Emergency;
import org.sifang.emergency.EmergencyState;
import org.sifang.emergency.Site;

/**
 * An emergency as the API tells it.
 *
 * @param personCase id of the case; who that is, tells {@code /cases/{id}} to those who may know
 * @param hospital code; null until it is chosen
 * @param nextDueAt the next clock of an open branch; null when none is open
 * @param sites empty in lists
 */
record EmergencyJson(
        UUID id,
        UUID personCase,
        UUID notice,
        String organisation,
        EmergencyState state,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable String hospital,
        @Nullable OffsetDateTime nextDueAt,
        boolean overdue,
        List<BranchJson> branches,
        List<SiteJson> sites) {

    /**
     * A part with its clock.
     *
     * @param state OPEN, OVERDUE, DONE, LATE or ENDED
     */
    record BranchJson(
            String branch,
            String state,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime doneAt,
            @Nullable String doneBy,
            @Nullable OffsetDateTime overdueAt,
            Map<String, String> facts) {

        static BranchJson of(BranchView view, ZoneId zone) {
            return new BranchJson(
                    view.branch().name(),
                    view.state(),
                    view.dueAt().atZone(zone).toOffsetDateTime(),
                    at(view.doneAt(), zone),
                    view.doneBy(),
                    at(view.overdueAt(), zone),
                    view.facts());
        }
    }

    /** A closed place. */
    record SiteJson(
            String name,
            OffsetDateTime closedAt,
            @Nullable OffsetDateTime disinfectedAt,
            @Nullable String disinfectedBy,
            @Nullable OffsetDateTime reopenedAt) {

        static SiteJson of(Site site, ZoneId zone) {
            return new SiteJson(
                    site.name(),
                    site.closedAt().atZone(zone).toOffsetDateTime(),
                    at(site.disinfectedAt(), zone),
                    site.disinfectedBy(),
                    at(site.reopenedAt(), zone));
        }
    }

    static EmergencyJson of(Emergency emergency, List<Site> sites, ZoneId zone) {
        return new EmergencyJson(
                emergency.id(),
                emergency.personCase(),
                emergency.notice(),
                emergency.organization(),
                emergency.state(),
                emergency.openedAt().atZone(zone).toOffsetDateTime(),
                at(emergency.endedAt(), zone),
                emergency.hospital(),
                at(emergency.nextDueAt().orElse(null), zone),
                emergency.overdue(),
                emergency.branches().stream()
                        .map(branch -> BranchJson.of(branch, zone))
                        .toList(),
                sites.stream().map(site -> SiteJson.of(site, zone)).toList());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
