package org.sifang.accountability;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision can order, from the mildest to the gravest. */
public enum MeasureKind {
    WRITTEN_URGE,
    CIRCULATED_CRITICISM,
    INTERVIEW,
    RECTIFICATION,
    SUSPENSION,
    REFERRAL;

    /** Whether it can be taken against such a party: a command has no status to lose, a person is not inspected. */
    public boolean fits(PartyGroup party) {
        return switch (this) {
            case WRITTEN_URGE, INTERVIEW, REFERRAL -> true;
            case CIRCULATED_CRITICISM, RECTIFICATION -> party != PartyGroup.INDIVIDUAL;
            case SUSPENSION -> party == PartyGroup.UNIT;
        };
    }

    public boolean milderThan(@Nullable MeasureKind other) {
        return other != null && compareTo(other) < 0;
    }

    /** Those that can be taken against such a party. */
    public static List<MeasureKind> of(PartyGroup party) {
        return Arrays.stream(values()).filter(measure -> measure.fits(party)).toList();
    }
}
