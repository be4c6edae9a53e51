package org.sifang.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted; null leaves a side open.
 *
 * @param organization code; of a command, its whole area unless {@code exact}
 * @param exact only what this one organisation itself has to mend
 * @param repeated only those found before
 */
public record FindingFilter(
        @Nullable UUID notice,
        @Nullable String organization,
        boolean exact,
        @Nullable FindingState state,
        @Nullable FindingSource source,
        @Nullable Severity severity,
        boolean repeated) {

    public static final FindingFilter ALL = new FindingFilter(null, null, false, null, null, null, false);

    public FindingFilter in(@Nullable FindingState other) {
        return new FindingFilter(notice, organization, exact, other, source, severity, repeated);
    }

    public FindingFilter repeated(boolean only) {
        return new FindingFilter(notice, organization, exact, state, source, severity, only);
    }

    /** What one organisation itself has to mend. */
    public static FindingFilter of(String organization) {
        return new FindingFilter(null, organization, true, null, null, null, false);
    }
}
