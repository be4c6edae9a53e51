package org.sifang.inspection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Ids;
import org.sifang.notice.Breach;
import org.sifang.notice.BreachKind;
import org.sifang.notice.BreachSeverity;

/** The deadline of a finding passed and nothing was handed in. */
record RectificationOverdue(
        UUID id, @Nullable UUID notice, BreachSeverity severity, String party, UUID subject, Instant at)
        implements Breach {

    static RectificationOverdue of(Finding finding, Instant now) {
        return new RectificationOverdue(
                Ids.next(), finding.notice(), gravity(finding), finding.organization(), finding.id(), now);
    }

    /** A repeated finding weighs one more. */
    private static BreachSeverity gravity(Finding finding) {
        return switch (finding.severity()) {
            case MINOR -> finding.repeated() ? BreachSeverity.SERIOUS : BreachSeverity.ORDINARY;
            case MAJOR -> finding.repeated() ? BreachSeverity.GRAVE : BreachSeverity.SERIOUS;
            case SEVERE -> BreachSeverity.GRAVE;
        };
    }

    @Override
    public BreachKind kind() {
        return BreachKind.FINDING;
    }
}
