package org.sifang.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Ids;
import org.sifang.organization.Wording;
import org.sifang.reporting.Unreported.Disclosed;
import org.springframework.stereotype.Component;

/** Makes frozen tables: numbers them, fixes their content, its hash and who stands in it. */
@Component
class Freezing {

    private final ReportStore store;
    private final TableVault vault;
    private final Journal journal;
    private final ZoneId zone;

    Freezing(ReportStore store, TableVault vault, Journal journal, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.journal = journal;
        this.zone = clock.getZone();
    }

    /**
     * Who hands in what.
     *
     * @param supplement 0 for the main table
     * @param number the main table's number, null to draw one
     */
    record Deed(
            int version,
            int supplement,
            @Nullable String number,
            @Nullable String mainHash,
            @Nullable String remark,
            String by,
            String signedBy) {}

    /** Freezes the people; the caller holds the lock of the place. */
    FrozenTable freeze(Report report, Disclosed found, Deed deed, Instant now) {
        List<ReportRow> rows = found.rows();
        // The database keeps microseconds; what was hashed and what is stored must be the same instant.
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        String number = deed.number() == null ? number(report.organization(), at) : deed.number();
        TableContent content = TableContent.of(
                new TableContent.Head(
                        number,
                        report.notice(),
                        report.obligation(),
                        report.organization(),
                        report.day().toString(),
                        deed.version(),
                        deed.supplement(),
                        at.toString(),
                        rows.isEmpty(),
                        deed.remark(),
                        deed.mainHash()),
                rows);
        FrozenTable table = new FrozenTable(
                Ids.next(),
                report.id(),
                deed.version(),
                deed.supplement(),
                number,
                at,
                deed.by(),
                deed.signedBy(),
                rows.isEmpty(),
                rows.size(),
                deed.remark(),
                found.counts(),
                content.hash(),
                null,
                true);
        store.insert(report);
        store.insert(
                report,
                table,
                vault.seal(table.id(), content),
                rows.stream().map(ReportRow::person).toList());
        journal.record(entry(report, table));
        return table;
    }

    private String number(String organization, Instant at) {
        int year = at.atZone(zone).getYear();
        return organization + "〔" + year + "〕" + store.nextNumber(organization, year) + "号";
    }

    /** The journal keeps the hash as well: whoever exchanges a table would have to exchange both. */
    private static Entry entry(Report report, FrozenTable table) {
        return new Entry(
                table.frozenAt(),
                table.submittedBy(),
                action(table),
                "report",
                report.id().toString(),
                report.notice(),
                report.organization(),
                Map.of(
                        "number", table.number(),
                        "people", String.valueOf(table.people()),
                        "supplement", String.valueOf(table.supplement()),
                        "signer", Wording.officer(table.signedBy()),
                        "proof", table.shortHash(),
                        "hash", table.hash()));
    }

    private static String action(FrozenTable table) {
        if (table.supplement() > 0) {
            return "report.supplemented";
        }
        return table.zero() ? "report.submitted.zero" : "report.submitted";
    }

    static String supplementNumber(FrozenTable main, int supplement) {
        return main.number() + "补" + supplement;
    }

    /** Null when there is nothing but blanks. */
    static @Nullable String remark(@Nullable Object typed) {
        String text = typed == null ? "" : typed.toString().strip();
        return text.isEmpty() ? null : text;
    }
}
