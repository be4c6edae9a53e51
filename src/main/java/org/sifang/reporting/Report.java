package org.sifang.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.Duty;
import org.sifang.notice.ObligationKind;

/**
 * The report that answers a duty, and carries its id.
 *
 * @param issuer code of the organisation it goes to
 * @param day the day it speaks of
 * @param tables every table ever frozen for it, oldest first; those withdrawn stay on record
 */
public record Report(
        UUID id,
        UUID notice,
        String obligation,
        String clause,
        ObligationKind kind,
        String organization,
        String organizationName,
        DivisionCode division,
        @Nullable String sector,
        String issuer,
        LocalDate day,
        Instant dueAt,
        List<FrozenTable> tables) {

    public Report {
        tables = List.copyOf(tables);
    }

    /** What a duty's report is before anything was handed in. */
    static Report draft(Duty duty, ZoneId zone) {
        return new Report(
                duty.id(),
                duty.notice(),
                duty.obligation(),
                duty.clause(),
                duty.kind(),
                duty.organization(),
                duty.organizationName(),
                duty.division(),
                duty.sector(),
                duty.issuer(),
                duty.dueAt().atZone(zone).toLocalDate(),
                duty.dueAt(),
                List.of());
    }

    public ReportState state() {
        if (main().isEmpty()) {
            return ReportState.DRAFT;
        }
        return supplements().isEmpty() ? ReportState.SUBMITTED : ReportState.SUPPLEMENTED;
    }

    /** The main table that counts; empty before the submission and after a return. */
    public Optional<FrozenTable> main() {
        return counting().stream().filter(table -> table.supplement() == 0).findFirst();
    }

    /** @throws StateConflictException when nothing is submitted */
    public FrozenTable requireMain() {
        return main().orElseThrow(() -> new StateConflictException(
                "report", ReportState.DRAFT.name(), ReportState.SUBMITTED + "," + ReportState.SUPPLEMENTED));
    }

    /** The supplements that count, in their order. */
    public List<FrozenTable> supplements() {
        return counting().stream().filter(table -> table.supplement() > 0).toList();
    }

    /** The tables that count, in their order. */
    public List<FrozenTable> counting() {
        return tables.stream().filter(table -> table.withdrawnAt() == null).toList();
    }

    /** Tables that were given back. */
    public List<FrozenTable> withdrawn() {
        return tables.stream().filter(table -> table.withdrawnAt() != null).toList();
    }

    /** People in all tables that count. */
    public int people() {
        return counting().stream().mapToInt(FrozenTable::people).sum();
    }

    /** People by category in all tables that count. */
    public List<CategoryCount> counts() {
        return CategoryCount.merge(counting().stream().flatMap(table -> table.counts().stream()));
    }

    /** Whether the answer is that there was nobody, and nobody was added since. */
    public boolean zero() {
        return main().isPresent() && people() == 0;
    }

    /** The version the next submission gets. */
    int nextVersion() {
        return tables.stream().mapToInt(FrozenTable::version).max().orElse(0) + 1;
    }
}
