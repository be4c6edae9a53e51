package org.sifang.reporting.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.reporting.Report;
import org.sifang.reporting.ReportFilter;
import org.sifang.reporting.Reports;
import org.sifang.reporting.Reports.Line;
import org.sifang.reporting.Supplements;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports for other systems: what was frozen, its hash, its supplements, the table itself. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportApi {

    private static final int LARGEST_PAGE = 500;

    private final Reports reports;
    private final Supplements supplements;
    private final Notices notices;
    private final Downloads downloads;
    private final Clock clock;

    ReportApi(Reports reports, Supplements supplements, Notices notices, Downloads downloads, Clock clock) {
        this.reports = reports;
        this.supplements = supplements;
        this.notices = notices;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Why the people come later. */
    record Reason(@Nullable String remark) {}

    /**
     * Reports handed in, the latest first.
     *
     * @param notice id or number; one that nobody knows finds nothing
     * @param date the day a report speaks of
     */
    @GetMapping
    ItemPage<ReportJson> list(
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        int from = Math.max(page, 0);
        int most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        NoticeView wanted = notice == null ? null : notices.find(notice, actor).orElse(null);
        if (notice != null && wanted == null) {
            return new ItemPage<>(List.of(), 0, from, most);
        }
        ItemPage<Line> found = reports.submitted(
                actor, new ReportFilter(wanted == null ? null : wanted.id(), organisation, date), from, most);
        return new ItemPage<>(
                found.items().stream()
                        .map(line -> ReportJson.of(line, clock.getZone()))
                        .toList(),
                found.total(),
                from,
                most);
    }

    @GetMapping("/{id}")
    ReportJson.Detail show(@PathVariable UUID id, Actor actor) {
        Line line = reports.line(id, actor);
        return ReportJson.Detail.of(line, reports.comparison(line.report()), clock.getZone());
    }

    /** Computes the hashes anew. */
    @GetMapping("/{id}/verification")
    ReportJson.Verification verify(@PathVariable UUID id, Actor actor) {
        return ReportJson.Verification.of(reports.verify(reports.require(id, actor)));
    }

    @GetMapping("/{id}/table.xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable UUID id, Actor actor, Locale locale) throws IOException {
        return downloads.sheet(reports.require(id, actor), actor, locale);
    }

    /** @param supplement 0 for the main table, n for the n-th supplement */
    @GetMapping("/{id}/table.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int supplement, Actor actor, Locale locale)
            throws IOException {
        Report report = reports.require(id, actor);
        return downloads.paper(report, supplement, actor, locale);
    }

    @PostMapping("/{id}/supplement")
    ReportJson.Table supplement(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Reason reason, Actor actor) {
        return ReportJson.Table.of(
                supplements.add(id, reason == null ? null : reason.remark(), actor, clock.instant()), clock.getZone());
    }
}
