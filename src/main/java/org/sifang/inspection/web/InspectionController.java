package org.sifang.inspection.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Draw;
import org.sifang.inspection.DrawInput.Candidate;
import org.sifang.inspection.DrawnVisit;
import org.sifang.inspection.Draws;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionDesk;
import org.sifang.inspection.InspectionPowers;
import org.sifang.inspection.InspectionState;
import org.sifang.inspection.Inspections;
import org.sifang.inspection.Visit;
import org.sifang.inspection.VisitState;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
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

/** One inspection: its draw with the proof, its visits, and what can be done. */
@Controller
@RequestMapping("/inspections/{id}")
class InspectionController {

    /** The task that the page itself has buttons for. */
    private static final String DONE_HERE = "Task_ConfirmDraw";

    private final Inspections inspections;
    private final InspectionDesk desk;
    private final Draws draws;
    private final Notices notices;
    private final WorkItems items;
    private final Wording wording;
    private final Clock clock;

    InspectionController(
            Inspections inspections,
            InspectionDesk desk,
            Draws draws,
            Notices notices,
            WorkItems items,
            Wording wording,
            Clock clock) {
        this.inspections = inspections;
        this.desk = desk;
        this.draws = draws;
        this.notices = notices;
        this.items = items;
        this.wording = wording;
        this.clock = clock;
    }

    /** A visit by names; without an id before the draw is confirmed. */
    record VisitLine(
            @Nullable Visit visit,
            String organization,
            String inspectors,
            @Nullable Integer problems) {}

    /** One that could be drawn, with its chance. */
    record CandidateLine(Candidate candidate, String organization, String percent, String barred, boolean drawn) {}

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model) {
        fill(inspections.require(id, actor), actor, model);
        return "inspection/inspection";
    }

    @PostMapping("/draw")
    ModelAndView draw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Inspection inspection = inspections.require(id, actor);
        return act(
                inspection,
                "draw",
                "inspection.drawnAgain",
                () -> desk.drawAgain(id, reason, size, actor, clock.instant()),
                actor,
                model,
                redirect);
    }

    @PostMapping("/confirm-draw")
    ModelAndView confirmDraw(@PathVariable UUID id, Actor actor, Model model, RedirectAttributes redirect) {
        Inspection inspection = inspections.require(id, actor);
        return act(
                inspection,
                "draw",
                "inspection.drawConfirmed",
                () -> desk.confirmDraw(id, actor, clock.instant()),
                actor,
                model,
                redirect);
    }

    @PostMapping("/cancel")
    ModelAndView cancel(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Inspection inspection = inspections.require(id, actor);
        return act(
                inspection,
                "cancel",
                "inspection.cancelled",
                () -> desk.cancel(id, reason, actor, clock.instant()),
                actor,
                model,
                redirect);
    }

    private ModelAndView act(
            Inspection inspection,
            String what,
            String done,
            Runnable step,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            step.run();
            redirect.addFlashAttribute("flash", done);
            return new ModelAndView("redirect:/inspections/" + inspection.id());
        } catch (FaultsException refused) {
            fill(inspection, actor, model);
            model.addAttribute("faults", refused.faults());
            model.addAttribute("failed", what);
            return new ModelAndView("inspection/inspection", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** The proof of a draw; with {@code repeat} it is drawn once more from the journal, before the reader's eyes. */
    @GetMapping("/draws/{draw}")
    String proof(
            @PathVariable UUID id,
            @PathVariable UUID draw,
            @RequestParam(defaultValue = "false") boolean repeat,
            Actor actor,
            Model model) {
        Inspection inspection = inspections.require(id, actor);
        Draw shown = draws.of(id).stream()
                .filter(one -> one.id().equals(draw))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("inspection"));
        model.addAttribute("inspection", inspection);
        model.addAttribute("draw", shown);
        model.addAttribute("drawnBy", wording.officerName(shown.drawnBy()));
        model.addAttribute("candidates", candidates(shown));
        model.addAttribute(
                "weight",
                shown.input().objects().stream().mapToInt(Candidate::weight).sum());
        model.addAttribute(
                "inspectors",
                shown.input().inspectors().stream()
                        .collect(Collectors.groupingBy(
                                one -> wording.organizationName(one.organization()),
                                java.util.TreeMap::new,
                                Collectors.mapping(
                                        one -> wording.officerName(one.username()), Collectors.joining("、")))));
        model.addAttribute("result", lines(shown.result()));
        if (repeat) {
            model.addAttribute("repetition", draws.repeat(id, draw).orElse(null));
            model.addAttribute(
                    "again",
                    draws.repeat(id, draw).map(found -> lines(found.again())).orElse(List.of()));
            model.addAttribute("repeated", true);
        }
        return "inspection/draw";
    }

    private List<CandidateLine> candidates(Draw draw) {
        int sum = draw.input().objects().stream().mapToInt(Candidate::weight).sum();
        List<String> drawn =
                draw.result().stream().map(DrawnVisit::organization).toList();
        return draw.input().objects().stream()
                .map(one -> new CandidateLine(
                        one,
                        wording.organizationName(one.code()),
                        "%.1f%%".formatted(100.0 * one.weight() / sum),
                        one.barred().stream().map(wording::organizationName).collect(Collectors.joining("、")),
                        drawn.contains(one.code())))
                .toList();
    }

    private void fill(Inspection inspection, Actor actor, Model model) {
        UUID id = inspection.id();
        List<Draw> all = draws.of(id);
        List<Visit> visits = inspections.visits(id);
        model.addAttribute("inspection", inspection);
        model.addAttribute("organization", wording.organizationName(inspection.organization()));
        model.addAttribute(
                "notice",
                inspection.notice() == null
                        ? null
                        : notices.find(inspection.notice())
                                .map(NoticeView::caption)
                                .orElse(""));
        model.addAttribute("draws", all);
        model.addAttribute("current", current(inspection, all).orElse(null));
        model.addAttribute("objects", inspections.objects(inspection).size());
        model.addAttribute(
                "lines",
                visits.isEmpty()
                        ? current(inspection, all)
                                .map(draw -> lines(draw.result()))
                                .orElse(List.of())
                        : lines(visits, inspections.problems(visits)));
        boolean arranges = InspectionPowers.mayArrange(inspection, actor);
        model.addAttribute("mayDraw", arranges && inspection.state() == InspectionState.PLANNED);
        model.addAttribute("mayCancel", arranges && inspection.open());
        model.addAttribute(
                "tasks",
                items.ofSubject(id).stream()
                        .filter(item -> item.open() && !item.taskKey().equals(DONE_HERE) && items.mayDo(item, actor))
                        .toList());
        model.addAttribute("subjects", List.of(id.toString()));
        model.addAttribute("actor", actor);
    }

    private static Optional<Draw> current(Inspection inspection, List<Draw> all) {
        return all.stream().filter(draw -> draw.id().equals(inspection.draw())).findFirst();
    }

    private List<VisitLine> lines(List<DrawnVisit> drawn) {
        return drawn.stream()
                .map(visit -> new VisitLine(
                        null, wording.organizationName(visit.organization()), names(visit.inspectors()), null))
                .toList();
    }

    private List<VisitLine> lines(List<Visit> visits, Map<UUID, Integer> problems) {
        return visits.stream()
                .map(visit -> new VisitLine(
                        visit,
                        wording.organizationName(visit.organization()),
                        names(visit.inspectors()),
                        visit.state() == VisitState.DONE ? problems.getOrDefault(visit.id(), 0) : null))
                .toList();
    }

    private String names(List<String> usernames) {
        return usernames.stream().map(wording::officerName).collect(Collectors.joining("、"));
    }
}
