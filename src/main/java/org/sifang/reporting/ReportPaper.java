package org.sifang.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sifang.document.Paper;
import org.sifang.document.PdfRenderer;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.person.Sex;
import org.sifang.reporting.Unreported.Disclosed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A table as it is printed, signed, stamped and sent. */
@Component
public class ReportPaper {

    /** Pages laid out together: enough to be quick, few enough to stay small. */
    private static final int PAGES_IN_PART = 8;

    private final Reports reports;
    private final Notices notices;
    private final PdfRenderer renderer;
    private final Wording wording;
    private final MessageSource messages;
    private final Clock clock;

    ReportPaper(
            Reports reports,
            Notices notices,
            PdfRenderer renderer,
            Wording wording,
            MessageSource messages,
            Clock clock) {
        this.reports = reports;
        this.notices = notices;
        this.renderer = renderer;
        this.wording = wording;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Prints a frozen table in clear; written to the journal.
     *
     * @param supplement 0 for the main table
     */
    public void print(Report report, int supplement, Actor reader, Locale locale, OutputStream out) throws IOException {
        Instant now = clock.instant();
        FrozenTable table = table(report, supplement);
        List<ReportRow> rows = reports.reveal(report, table, "PDF", reader, now).toList();
        write(report, table, new Disclosed(rows, table.counts()), reader, locale, now, out);
    }

    /** Prints what would be handed in now, marked as a preview: without number, hash and date of submission. */
    public void preview(Report report, Actor reader, Locale locale, OutputStream out) throws IOException {
        Instant now = clock.instant();
        write(report, null, reports.revealDraft(report, reader, now), reader, locale, now, out);
    }

    static FrozenTable table(Report report, int supplement) {
        report.requireMain();
        return report.counting().stream()
                .filter(table -> table.supplement() == supplement)
                .findFirst()
                .orElseThrow(() ->
                        new FaultsException(Fault.at("supplement", "fault.reporting.supplement.unknown", supplement)));
    }

    private void write(
            Report report,
            @Nullable FrozenTable table,
            Disclosed found,
            Actor reader,
            Locale locale,
            Instant now,
            OutputStream out)
            throws IOException {
        NoticeView notice = notices.require(report.notice());
        String title = messages.getMessage(
                "reporting.paper.title." + report.kind(), new Object[] {report.organizationName()}, locale);
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("report", report);
        model.put("table", table);
        model.put("notice", notice);
        model.put("issuer", wording.organizationName(report.issuer()));
        model.put("cutOff", wording.moment(table == null ? now : table.frozenAt(), locale));
        model.put("due", wording.moment(report.dueAt(), locale));
        model.put("submitter", table == null ? "" : wording.officerName(table.submittedBy()));
        model.put("signer", table == null ? "" : wording.officerName(table.signedBy()));
        model.put("printed", wording.moment(now, locale));
        model.put("printer", reader.name());
        model.put("total", found.rows().size());
        model.put("sexes", sexes(locale));
        model.put("counts", found.counts());
        renderer.render(
                new Paper("reporting/paper", title, locale, table == null ? now : table.frozenAt()),
                parts(model, TablePages.of(found.rows())),
                out);
    }

    private Map<Sex, String> sexes(Locale locale) {
        Map<Sex, String> words = new EnumMap<>(Sex.class);
        for (Sex sex : Sex.values()) {
            words.put(sex, messages.getMessage("reporting.sex." + sex, null, locale));
        }
        return words;
    }

    private static Iterator<Map<String, Object>> parts(Map<String, Object> model, List<TablePages.Page> pages) {
        return IntStream.iterate(0, from -> from < pages.size(), from -> from + PAGES_IN_PART)
                .mapToObj(from -> {
                    Map<String, Object> part = new HashMap<>(model);
                    part.put("pages", pages.subList(from, Math.min(pages.size(), from + PAGES_IN_PART)));
                    return part;
                })
                .iterator();
    }
}
