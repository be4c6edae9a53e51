package org.sifang.reporting.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.JournalTexts;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.reporting.FrozenTable;
import org.sifang.reporting.Report;
import org.sifang.reporting.ReportState;
import org.sifang.reporting.Reports;
import org.sifang.reporting.Reports.Line;
import org.sifang.reporting.Supplements;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One report: what was frozen, masked; its supplements, its proof, its files. */
@Controller
@RequestMapping("/reports/{id}")
class ReportController {

    private static final int SHOWN = 50;

    private final Reports reports;
    private final Supplements supplements;
    private final Notices notices;
    private final JournalTexts journal;
    private final Downloads downloads;
    private final Wording wording;
    private final Clock clock;

    ReportController(
            Reports reports,
            Supplements supplements,
            Notices notices,
            JournalTexts journal,
            Downloads downloads,
            Wording wording,
            Clock clock) {
        this.reports = reports;
        this.supplements = supplements;
        this.notices = notices;
        this.journal = journal;
        this.downloads = downloads;
        this.wording = wording;
        this.clock = clock;
    }

    /** Puts one thing into whatever is being shown. */
    private interface Attributes {

        Object put(String name, @Nullable Object value);
    }

    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int supplement,
            Actor actor,
            Locale locale,
            Model model) {
        fill(model::addAttribute, reports.line(id, actor), supplement, actor, locale);
        return "reporting/report";
    }

    /** The result stands in the page, or in the fragment that the page's button fetches. */
    @PostMapping("/verification")
    String verify(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Locale locale,
            Model model) {
        Line line = reports.line(id, actor);
        model.addAttribute("verified", reports.verify(line.report()));
        if (fragment) {
            return "reporting/verification :: verification";
        }
        fill(model::addAttribute, line, 0, actor, locale);
        return "reporting/report";
    }

    @PostMapping("/supplement")
    ModelAndView supplement(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String remark,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            FrozenTable table = supplements.add(id, remark, actor, clock.instant());
            redirect.addFlashAttribute("flash", "reporting.supplement.done");
            redirect.addFlashAttribute("flashArgs", List.of(table.number(), table.people()));
            return new ModelAndView("redirect:/reports/" + id + "?supplement=" + table.supplement());
        } catch (FaultsException refused) {
            ModelAndView page = new ModelAndView("reporting/report", HttpStatus.UNPROCESSABLE_ENTITY);
            fill(page::addObject, reports.line(id, actor), 0, actor, locale);
            return page.addObject("faults", refused.faults()).addObject("remark", remark);
        }
    }

    @GetMapping("/table.xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable UUID id, Actor actor, Locale locale) throws IOException {
        return downloads.sheet(reports.require(id, actor), actor, locale);
    }

    @GetMapping("/table.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int supplement, Actor actor, Locale locale)
            throws IOException {
        Report report = reports.require(id, actor);
        return downloads.paper(report, supplement, actor, locale);
    }

    @GetMapping("/preview.pdf")
    ResponseEntity<byte[]> preview(@PathVariable UUID id, Actor actor, Locale locale) throws IOException {
        return downloads.preview(reports.require(id, actor), actor, locale);
    }

    private void fill(Attributes model, Line line, int supplement, Actor actor, Locale locale) {
        Report report = line.report();
        FrozenTable shown = report.counting().stream()
                .filter(table -> table.supplement() == supplement)
                .findFirst()
                .or(report::main)
                .orElse(null);
        boolean works = reports.mayWork(report, actor);
        boolean draft = report.state() == ReportState.DRAFT;
        model.put("duty", line.duty());
        model.put("report", report);
        model.put("notice", notices.require(report.notice()));
        model.put("issuer", wording.organizationName(report.issuer()));
        model.put("shown", shown);
        model.put("rows", shown == null ? List.of() : reports.masked(shown, SHOWN));
        model.put("comparison", reports.comparison(report));
        model.put("mayReveal", reports.mayReveal(report, actor));
        model.put("mayWork", works);
        model.put("draft", draft);
        model.put("pending", works || draft ? reports.pending(report) : List.of());
        model.put("wording", wording);
        model.put("happenings", journal.lines(report.id().toString(), actor, locale));
    }
}
