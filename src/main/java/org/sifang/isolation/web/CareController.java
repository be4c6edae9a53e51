package org.sifang.isolation.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.CaseDesk;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.screening.CaseView;
import org.sifang.screening.Cases;
import org.sifang.screening.PersonCase;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who looks after people: named for one or for many, and a case given to another division. */
@Controller
@RequestMapping("/cases")
class CareController {

    private static final int MOST = 500;

    private final CaseDesk desk;
    private final Cases cases;
    private final Carers carers;
    private final Wording wording;
    private final Clock clock;

    CareController(CaseDesk desk, Cases cases, Carers carers, Wording wording, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.carers = carers;
        this.wording = wording;
        this.clock = clock;
    }

    /** One row of the outcome. */
    record Row(CaseView view, @Nullable Fault fault) {}

    /**
     * Without a carer asks for one; with it assigns each, and tells of each.
     *
     * @param to the carer; the list sends its own filter along, which has a {@code carer}, too
     */
    @PostMapping("/care")
    String assign(
            @RequestParam(defaultValue = "") List<UUID> ids,
            @RequestParam(defaultValue = "") String to,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        List<CaseView> chosen = cases.select(ids.stream().distinct().limit(MOST).toList(), actor);
        if (chosen.isEmpty()) {
            redirect.addFlashAttribute("flash", "care.nobody");
            redirect.addFlashAttribute("flashTone", "soon");
            return "redirect:/cases";
        }
        if (to.isBlank()) {
            model.addAttribute("chosen", chosen);
            model.addAttribute(
                    "carers", carers.of(chosen.stream().map(CaseView::found).toList()));
            return "isolation/care";
        }
        List<Row> rows = new ArrayList<>();
        chosen.forEach(view -> rows.add(new Row(view, assigned(view.found(), to, actor))));
        model.addAttribute("rows", rows);
        model.addAttribute("carer", wording.organizationName(to));
        model.addAttribute(
                "done", rows.stream().filter(row -> row.fault() == null).count());
        return "isolation/care-results";
    }

    private @Nullable Fault assigned(PersonCase one, String carer, Actor actor) {
        try {
            desk.assign(Set.of(one.id()), carer, actor, clock.instant());
            return null;
        } catch (FaultsException refused) {
            return refused.faults().get(0);
        } catch (StateConflictException over) {
            return Fault.at("carer", "fault.isolation.care.over");
        } catch (NotFoundException | AccessDeniedException denied) {
            return Fault.at("carer", "fault.isolation.care.denied");
        }
    }

    @PostMapping("/{id}/care")
    String assignOne(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String carer,
            Actor actor,
            RedirectAttributes redirect) {
        if (carer.isBlank()) {
            throw new FaultsException(Fault.at("carer", "fault.isolation.care.carer"));
        }
        desk.assign(Set.of(id), carer, actor, clock.instant());
        redirect.addFlashAttribute("flash", "care.assigned");
        redirect.addFlashAttribute("flashArgs", List.of(wording.organizationName(carer)));
        return "redirect:/cases/" + id;
    }

    @GetMapping("/{id}/transfer")
    String transfer(@PathVariable UUID id, Actor actor, Model model) {
        fill(cases.require(id, actor), null, "", model);
        return "isolation/transfer";
    }

    @PostMapping("/{id}/transfer")
    ModelAndView transfer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String organization,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        CaseView view = cases.require(id, actor);
        try {
            if (organization.isBlank()) {
                throw new FaultsException(Fault.at("organization", "fault.isolation.care.division"));
            }
            desk.transfer(id, organization, reason, actor, clock.instant());
        } catch (FaultsException refused) {
            fill(view, organization, reason, model);
            model.addAttribute("faults", refused.faults());
            return new ModelAndView("isolation/transfer", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        redirect.addFlashAttribute("flash", "care.transferred");
        redirect.addFlashAttribute("flashArgs", List.of(wording.organizationName(organization)));
        // Whoever gave it away may not see it any more.
        return new ModelAndView("redirect:/cases");
    }

    private void fill(CaseView view, @Nullable String organization, String reason, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("divisions", carers.divisions(view.found()));
        model.addAttribute("organization", organization);
        model.addAttribute("reason", reason);
    }
}
