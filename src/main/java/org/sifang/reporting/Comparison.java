package org.sifang.reporting;

import org.jspecify.annotations.Nullable;

/**
 * A report beside the one before it.
 *
 * @param previous people in the report before, with its supplements; null for the first report
 * @param cumulative people in all reports of the notice and place up to this one
 */
public record Comparison(int people, @Nullable Integer previous, int cumulative) {

    /** How many more than the time before; null for the first report. */
    public @Nullable Integer difference() {
        return previous == null ? null : people - previous;
    }
}
