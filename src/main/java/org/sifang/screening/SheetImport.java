package org.sifang.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Fault;

/**
 * A sheet that somebody uploaded, and how far it has been read.
 *
 * @param organization code of the organisation its people are registered for
 * @param fileSize in bytes
 * @param expected rows the sheet seems to have; known exactly at the end
 * @param hidden rows hidden in the sheet; they were read, too
 * @param position number of the last row of the sheet that is in
 * @param failure why it ended early; empty unless FAILED
 * @param worked how long rows were read so far
 */
public record SheetImport(
        UUID id,
        UUID notice,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        String uploadedBy,
        Instant uploadedAt,
        String fileName,
        long fileSize,
        ImportState state,
        int expected,
        int hidden,
        int position,
        Tally tally,
        List<Fault> failure,
        @Nullable Instant finishedAt,
        Duration worked) {

    /** Rows a second; 0 before the first ones are in. */
    public long rate() {
        return worked.isZero() ? 0 : Math.round(tally.rows() * 1000.0 / Math.max(1, worked.toMillis()));
    }

    /** How much is read, of 100; never 100 while it runs. */
    public int percent() {
        if (state == ImportState.DONE) {
            return 100;
        }
        return expected == 0 ? 0 : Math.min(99, (int) (tally.rows() * 100L / expected));
    }
}
