package org.sifang.screening.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.screening.ImportState;
import org.sifang.screening.Outcome;
import org.sifang.screening.SheetImport;
import org.sifang.screening.Tally;

/**
 * An import as the API tells it.
 *
 * @param rows read so far; always the sum of the five outcomes
 * @param cases people who are new for the notice
 * @param expected rows the sheet seems to have
 * @param hiddenRows rows hidden in the sheet, which were read, too
 * @param rowsPerSecond while rows were read
 * @param changedNothing whether everything was known already
 * @param faults why it ended early
 */
record ImportJson(
        UUID id,
        UUID notice,
        String organisation,
        ImportState state,
        int rows,
        int created,
        int updated,
        int unchanged,
        int conflicting,
        int rejected,
        int cases,
        int expected,
        int hiddenRows,
        long rowsPerSecond,
        boolean changedNothing,
        String uploadedBy,
        OffsetDateTime uploadedAt,
        @Nullable OffsetDateTime finishedAt,
        List<Reasons.Told> faults) {

    /** A row that was rejected, or taken with a remark. */
    record Row(int row, Outcome outcome, List<Reasons.Told> reasons) {}

    static ImportJson of(SheetImport sheet, List<Reasons.Told> faults, ZoneId zone) {
        Tally tally = sheet.tally();
        return new ImportJson(
                sheet.id(),
                sheet.notice(),
                sheet.organization(),
                sheet.state(),
                tally.rows(),
                tally.created(),
                tally.updated(),
                tally.unchanged(),
                tally.conflicting(),
                tally.rejected(),
                tally.cases(),
                sheet.expected(),
                sheet.hidden(),
                sheet.rate(),
                sheet.state() == ImportState.DONE && tally.changedNothing(),
                sheet.uploadedBy(),
                sheet.uploadedAt().atZone(zone).toOffsetDateTime(),
                sheet.finishedAt() == null
                        ? null
                        : sheet.finishedAt().atZone(zone).toOffsetDateTime(),
                faults);
    }
}
