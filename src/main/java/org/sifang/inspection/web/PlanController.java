package org.sifang.inspection.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Checklists;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionDesk;
import org.sifang.inspection.InspectionPowers;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning an inspection by hand. */
@Controller
@RequestMapping("/inspections/new")
class PlanController {

    private static final int NOTICES = 50;

    private final InspectionDesk desk;
    private final Checklists checklists;
    private final Notices notices;
    private final Organizations organizations;
    private final Clock clock;

    PlanController(
            InspectionDesk desk, Checklists checklists, Notices notices, Organizations organizations, Clock clock) {
        this.desk = desk;
        this.checklists = checklists;
        this.notices = notices;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    String form(TypedPlan typed, Actor actor, Model model) {
        if (!InspectionPowers.mayPlan(actor, organizations.require(actor.organization()))) {
            throw new AccessDeniedException("Plans no inspections");
        }
        fill(typed, actor, model);
        return "inspection/plan";
    }

    @PostMapping
    ModelAndView plan(TypedPlan typed, Actor actor, Model model, Locale locale, RedirectAttributes redirect) {
        try {
            refuseUnseen(typed.notice(), typed.clause(), actor);
            Inspection planned = desk.plan(typed.toPlan(clock.getZone()), actor, clock.instant());
            redirect.addFlashAttribute("flash", "inspection.planned");
            return new ModelAndView("redirect:/inspections/" + planned.id());
        } catch (FaultsException refused) {
            fill(typed, actor, model);
            model.addAttribute("faults", refused.faults());
            return new ModelAndView("inspection/plan", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private void refuseUnseen(@Nullable UUID notice, @Nullable String clause, Actor actor) {
        if (notice == null) {
            return;
        }
        NoticeView known = notices.require(notice, actor);
        String ref = clause == null ? "" : clause.strip();
        if (!ref.isEmpty()
                && known.definition().clauses().stream()
                        .noneMatch(one -> one.ref().equals(ref))) {
            throw new FaultsException(Fault.at("clause", "fault.inspection.clause", ref));
        }
    }

    private void fill(TypedPlan typed, Actor actor, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("checklists", checklists.all());
        model.addAttribute("kinds", OrganizationKind.values());
        model.addAttribute("levels", OrganizationLevel.values());
        model.addAttribute("sectors", sectors(actor));
        model.addAttribute(
                "notices",
                notices.list(actor, NoticeState.ISSUED, null, 0, NOTICES).items());
    }

    /** Lines of the place; a department inspects its own. */
    private List<String> sectors(Actor actor) {
        Organization own = organizations.require(actor.organization());
        if (own.kind() == OrganizationKind.DEPARTMENT) {
            return own.sector() == null ? List.of() : List.of(own.sector());
        }
        TreeSet<String> all = new TreeSet<>();
        organizations.all().stream()
                .filter(one -> own.division().covers(one.division()))
                .map(Organization::sector)
                .filter(sector -> sector != null)
                .forEach(all::add);
        return List.copyOf(all);
    }
}
