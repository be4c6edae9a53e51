package org.sifang.notice;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of duties is narrowed to; every part may be missing.
 *
 * @param day the day of the deadline, in the house's zone
 * @param tally one of the counts of the duties page
 * @param kinds one of these kinds; none named means every kind
 */
public record DutyFilter(
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable String obligation,
        @Nullable DutyState state,
        @Nullable Timeliness timeliness,
        @Nullable LocalDate day,
        @Nullable Tally tally,
        @Nullable String text,
        Set<ObligationKind> kinds) {

    public DutyFilter {
        kinds = Set.copyOf(kinds);
    }

    public DutyFilter(
            @Nullable UUID notice,
            @Nullable String organization,
            @Nullable String obligation,
            @Nullable DutyState state,
            @Nullable Timeliness timeliness,
            @Nullable LocalDate day,
            @Nullable Tally tally,
            @Nullable String text) {
        this(notice, organization, obligation, state, timeliness, day, tally, text, Set.of());
    }

    public DutyFilter ofKinds(Set<ObligationKind> wanted) {
        return new DutyFilter(notice, organization, obligation, state, timeliness, day, tally, text, wanted);
    }

    /** The counts of the duties page, each a list of its own. */
    public enum Tally {
        UNRECEIVED("d.state = 'SENT'"),
        RECEIVED("d.received_at is not null"),
        WORKING("d.state in ('RECEIVED', 'IN_PROGRESS', 'RETURNED')"),
        ON_TIME("d.timeliness = 'ON_TIME'"),
        LATE("d.timeliness = 'LATE'"),
        ZERO("d.zero"),
        SILENT("d.timeliness = 'SILENT'");

        private final String condition;

        Tally(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    public static DutyFilter of(@Nullable UUID notice, @Nullable String organization, @Nullable String obligation) {
        return new DutyFilter(notice, organization, obligation, null, null, null, null, null);
    }
}
