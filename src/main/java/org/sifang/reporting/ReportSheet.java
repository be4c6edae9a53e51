package org.sifang.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sifang.document.SheetColumn;
import org.sifang.document.SheetWriter;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.person.Sex;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A report as a workbook: the table with its seven columns, one sheet for each supplement, one that says what it is. */
@Component
public class ReportSheet {

    private final Reports reports;
    private final Notices notices;
    private final Wording wording;
    private final MessageSource messages;
    private final Clock clock;

    ReportSheet(Reports reports, Notices notices, Wording wording, MessageSource messages, Clock clock) {
        this.reports = reports;
        this.notices = notices;
        this.wording = wording;
        this.messages = messages;
        this.clock = clock;
    }

    /** Writes the report in clear, with all supplements; written to the journal. */
    public void write(Report report, Actor reader, Locale locale, OutputStream out) throws IOException {
        Instant now = clock.instant();
        report.requireMain();
        try (SheetWriter sheets = new SheetWriter(out, clock.getZone())) {
            for (FrozenTable table : report.counting()) {
                String name = table.supplement() == 0
                        ? text("reporting.sheet.main", locale)
                        : text("reporting.sheet.supplement", locale, table.supplement());
                Iterator<ReportRow> rows =
                        reports.reveal(report, table, "XLSX", reader, now).iterator();
                sheets.sheet(name, columns(locale));
                while (rows.hasNext()) {
                    row(sheets, rows.next(), locale);
                }
            }
            about(sheets, report, reader, locale, now);
        }
    }

    private List<SheetColumn> columns(Locale locale) {
        return List.of(
                SheetColumn.text(text("reporting.column.name", locale), 16),
                SheetColumn.text(text("reporting.column.sex", locale), 8),
                SheetColumn.number(text("reporting.column.age", locale), 8),
                SheetColumn.text(text("reporting.column.number", locale), 24),
                SheetColumn.text(text("reporting.column.phone", locale), 18),
                SheetColumn.text(text("reporting.column.address", locale), 52),
                SheetColumn.text(text("reporting.column.category", locale), 24));
    }

    private void row(SheetWriter sheets, ReportRow row, Locale locale) throws IOException {
        sheets.row(
                row.name(),
                sex(row.sex(), locale),
                row.age(),
                row.number(),
                row.phone(),
                row.address(),
                row.category());
    }

    private @Nullable String sex(@Nullable Sex sex, Locale locale) {
        return sex == null ? null : text("reporting.sex." + sex, locale);
    }

    private void about(SheetWriter sheets, Report report, Actor reader, Locale locale, Instant now) throws IOException {
        sheets.sheet(
                text("reporting.sheet.about", locale),
                List.of(
                        SheetColumn.text(text("reporting.sheet.item", locale), 24),
                        SheetColumn.text(text("reporting.sheet.value", locale), 70)));
        sheets.row(
                text("reporting.notice", locale),
                notices.require(report.notice()).caption());
        sheets.row(text("reporting.organization", locale), report.organizationName());
        sheets.row(text("reporting.clause", locale), report.clause());
        for (FrozenTable table : report.counting()) {
            sheets.row(text("reporting.number", locale), table.number());
            sheets.row(text("reporting.cutOff", locale), wording.moment(table.frozenAt(), locale));
            sheets.row(text("reporting.people", locale), String.valueOf(table.people()));
            sheets.row(text("reporting.submitter", locale), wording.officerName(table.submittedBy()));
            sheets.row(text("reporting.signer", locale), wording.officerName(table.signedBy()));
            sheets.row(text("reporting.remark", locale), table.remark());
            sheets.row(text("reporting.hash", locale), table.hash());
        }
        sheets.row(text("reporting.printed", locale), wording.moment(now, locale) + " " + reader.name());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
