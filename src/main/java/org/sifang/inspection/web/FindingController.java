package org.sifang.inspection.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingSearch;
import org.sifang.inspection.Findings;
import org.sifang.inspection.RectificationDesk;
import org.sifang.inspection.RectificationRound;
import org.sifang.inspection.RectificationSteps;
import org.sifang.journal.JournalTexts;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Standings;
import org.sifang.organization.Wording;
import org.sifang.worklist.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One finding: its clock, its rounds and its story. */
@Controller
@RequestMapping("/inspections/findings/{id:[0-9a-f-]{36}}")
class FindingController {

    private final FindingSearch search;
    private final Findings findings;
    private final RectificationDesk desk;
    private final WorkItems items;
    private final Notices notices;
    private final JournalTexts journal;
    private final Standings standings;
    private final Wording wording;
    private final Clock clock;

    FindingController(
            FindingSearch search,
            Findings findings,
            RectificationDesk desk,
            WorkItems items,
            Notices notices,
            JournalTexts journal,
            Standings standings,
            Wording wording,
            Clock clock) {
        this.search = search;
        this.findings = findings;
        this.desk = desk;
        this.items = items;
        this.notices = notices;
        this.journal = journal;
        this.standings = standings;
        this.wording = wording;
        this.clock = clock;
    }

    /** A round and the names of those who acted. */
    record RoundLine(
            RectificationRound round,
            String orderedBy,
            @Nullable String evidenceBy,
            @Nullable String recheckedBy) {}

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model, Locale locale) {
        fill(search.require(id, actor), actor, model, locale);
        return "inspection/finding";
    }

    /** Moves the deadline. */
    @PostMapping("/extend")
    ModelAndView extend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String dueAt,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Finding finding = search.require(id, actor);
        try {
            desk.extend(id, instant(dueAt), reason, actor, clock.instant());
            redirect.addFlashAttribute("flash", "finding.extended");
            return new ModelAndView("redirect:/inspections/findings/" + id);
        } catch (FaultsException refused) {
            fill(finding, actor, model, locale);
            model.addAttribute("faults", refused.faults());
            model.addAttribute("typedDueAt", dueAt);
            model.addAttribute("typedReason", reason);
            return new ModelAndView("inspection/finding", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private Instant instant(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new FaultsException(Fault.at("dueAt", "fault.inspection.deadline.unreadable"));
        }
    }

    private void fill(Finding finding, Actor actor, Model model, Locale locale) {
        model.addAttribute("finding", finding);
        model.addAttribute("organization", wording.organizationName(finding.organization()));
        model.addAttribute("orderer", wording.organizationName(finding.orderer()));
        model.addAttribute("finder", journal.who(finding.finder(), locale));
        model.addAttribute("rechecker", finding.rechecker() == null ? null : wording.officerName(finding.rechecker()));
        model.addAttribute("orderDueAt", findings.orderDueAt(finding));
        model.addAttribute("recheckDueAt", findings.recheckDueAt(finding));
        model.addAttribute(
                "notice",
                finding.notice() == null
                        ? null
                        : notices.find(finding.notice())
                                .map(NoticeView::caption)
                                .orElse(""));
        model.addAttribute("standing", standings.of(finding.organization()).orElse(null));
        model.addAttribute("rounds", rounds(finding));
        model.addAttribute("steps", RectificationSteps.of(finding));
        model.addAttribute(
                "mayOpenEarlier",
                finding.repeatOf() != null
                        && findings.find(finding.repeatOf())
                                .filter(earlier -> FindingSearch.mayRead(earlier, actor))
                                .isPresent());
        model.addAttribute("mayExtend", RectificationDesk.mayExtend(finding, actor));
        model.addAttribute(
                "tasks",
                items.ofSubject(finding.id()).stream()
                        .filter(item -> item.open() && items.mayDo(item, actor))
                        .toList());
        model.addAttribute("happenings", journal.whole(List.of(finding.id().toString()), locale));
    }

    /** The latest first. */
    private List<RoundLine> rounds(Finding finding) {
        List<RoundLine> lines = new ArrayList<>();
        findings.rounds(finding.id())
                .forEach(round -> lines.add(
                        0,
                        new RoundLine(
                                round,
                                wording.officerName(round.orderedBy()),
                                round.evidenceBy() == null ? null : wording.officerName(round.evidenceBy()),
                                round.recheckedBy() == null ? null : wording.officerName(round.recheckedBy()))));
        return lines;
    }
}
