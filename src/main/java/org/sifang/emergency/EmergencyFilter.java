package org.sifang.emergency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which emergencies are wanted; null leaves a side open.
 *
 * @param organization code; of a command, its whole area
 * @param overdue only those with an open branch that is late
 */
public record EmergencyFilter(
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable EmergencyState state,
        boolean overdue) {}
