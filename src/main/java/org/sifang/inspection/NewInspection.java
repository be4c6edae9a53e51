package org.sifang.inspection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as it is planned.
 *
 * @param notice the notice that orders it; null when none does
 * @param clause reference of its clause; needs the notice
 * @param checklist code of the checklist
 * @param size how many objects are drawn; null leaves it to the settings
 * @param dueAt by when every visit is made
 */
public record NewInspection(
        @Nullable UUID notice,
        @Nullable String clause,
        String title,
        String checklist,
        Targets targets,
        boolean announced,
        @Nullable Integer size,
        Instant dueAt) {}
