package org.sifang.screening.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.person.PersonClear;
import org.sifang.screening.CasePanel;
import org.sifang.screening.CaseView;
import org.sifang.screening.Cases;
import org.sifang.screening.FoundCases;
import org.sifang.screening.NoticeToScreen;
import org.sifang.screening.PersonCase;
import org.sifang.screening.SheetImports;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
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

/** One case: who, where it stands, what others have to show of it, and what happened; unmasked on request. */
@Controller
@RequestMapping("/cases/{id}")
class CaseController {

    private final Cases cases;
    private final CaseLines lines;
    private final SheetImports imports;
    private final Wording wording;
    private final List<CasePanel> panels;
    private final WorkItems work;
    private final Clock clock;

    CaseController(
            Cases cases,
            CaseLines lines,
            SheetImports imports,
            Wording wording,
            ObjectProvider<CasePanel> panels,
            WorkItems work,
            Clock clock) {
        this.cases = cases;
        this.lines = lines;
        this.imports = imports;
        this.wording = wording;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CasePanel::order))
                .toList();
        this.work = work;
        this.clock = clock;
    }

    /** A panel with something to show. */
    record Shown(String fragment, Map<String, Object> model) {}

    /** Another case of the same person that the reader may see. */
    record Other(PersonCase found, String notice) {}

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model) {
        fill(cases.require(id, actor), null, actor, model);
        return "screening/case";
    }

    /** Shows the person unmasked in the answer; the address stays free of reasons and data. */
    @PostMapping("/reveal")
    ModelAndView reveal(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor, Model model) {
        CaseView view = cases.require(id, actor);
        try {
            fill(view, cases.reveal(id, reason, actor, clock.instant()), actor, model);
            return new ModelAndView("screening/case", model.asMap());
        } catch (FaultsException refused) {
            fill(view, null, actor, model);
            model.addAttribute("faults", refused.faults());
            return new ModelAndView("screening/case", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** Puts a wrongly registered name right. */
    @PostMapping("/name")
    ModelAndView correctName(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            cases.correctName(id, name, reason, actor, clock.instant());
            redirect.addFlashAttribute("flash", "case.name.corrected");
            return new ModelAndView("redirect:/cases/" + id);
        } catch (FaultsException refused) {
            fill(cases.require(id, actor), null, actor, model);
            model.addAttribute("nameFaults", refused.faults());
            return new ModelAndView("screening/case", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private void fill(CaseView view, @Nullable PersonClear clear, Actor actor, Model model) {
        PersonCase found = view.found();
        model.addAttribute("line", lines.of(view));
        model.addAttribute("clear", clear);
        model.addAttribute("mayReveal", clear == null && cases.mayReveal(found, actor));
        model.addAttribute("derived", cases.derived(found, LocalDate.now(clock)));
        model.addAttribute(
                "elsewhere",
                cases.sightings(found.id()).stream()
                        .map(wording::organizationName)
                        .toList());
        List<PersonCase> others = cases.others(found);
        List<PersonCase> seen = others.stream()
                .filter(other -> FoundCases.inScope(other, actor))
                .toList();
        model.addAttribute(
                "others",
                seen.stream()
                        .map(other -> new Other(
                                other,
                                imports.notice(other.notice())
                                        .map(NoticeToScreen::number)
                                        .orElse("")))
                        .toList());
        model.addAttribute("othersUnseen", others.size() - seen.size());
        model.addAttribute("panels", shown(found, actor));
        model.addAttribute(
                "tasks",
                work.ofSubject(found.id()).stream().filter(WorkItem::open).toList());
        model.addAttribute("subjects", List.of(found.id().toString()));
        model.addAttribute("actor", actor);
    }

    private List<Shown> shown(PersonCase found, Actor actor) {
        List<Shown> shown = new ArrayList<>();
        for (CasePanel panel : panels) {
            Map<String, Object> content = panel.model(found, actor);
            if (!content.isEmpty()) {
                shown.add(new Shown(panel.fragment(), content));
            }
        }
        return shown;
    }
}
