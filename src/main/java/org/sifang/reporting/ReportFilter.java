package org.sifang.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of reports is narrowed to; every part may be missing.
 *
 * @param day the day the report speaks of
 */
public record ReportFilter(
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable LocalDate day) {}
