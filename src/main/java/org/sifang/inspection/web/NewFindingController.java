package org.sifang.inspection.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.sifang.inspection.Checklists;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingPowers;
import org.sifang.inspection.HandFindings;
import org.sifang.inspection.HandFindings.Typed;
import org.sifang.inspection.Severity;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
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

/** Entering a finding by hand. */
@Controller
@RequestMapping("/inspections/findings/new")
class NewFindingController {

    private static final int NOTICES = 50;

    private final HandFindings hand;
    private final FindingPowers powers;
    private final Checklists checklists;
    private final Notices notices;
    private final Organizations organizations;
    private final Clock clock;

    NewFindingController(
            HandFindings hand,
            FindingPowers powers,
            Checklists checklists,
            Notices notices,
            Organizations organizations,
            Clock clock) {
        this.hand = hand;
        this.powers = powers;
        this.checklists = checklists;
        this.notices = notices;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    String form(Typed typed, Actor actor, Model model) {
        if (!powers.mayRecord(actor)) {
            throw new AccessDeniedException("Enters no findings");
        }
        fill(typed, actor, model);
        return "inspection/finding-new";
    }

    @PostMapping
    ModelAndView enter(Typed typed, Actor actor, Model model, RedirectAttributes redirect) {
        try {
            Finding finding = hand.enter(typed, actor, clock.instant());
            redirect.addFlashAttribute("flash", "finding.entered");
            return new ModelAndView("redirect:/inspections/findings/" + finding.id());
        } catch (FaultsException refused) {
            fill(typed, actor, model);
            model.addAttribute("faults", refused.faults());
            return new ModelAndView("inspection/finding-new", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private void fill(Typed typed, Actor actor, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute(
                "organizations",
                organizations.all().stream()
                        .filter(one -> powers.mayRecord(actor, one))
                        .sorted(Comparator.comparing(Organization::code))
                        .toList());
        List<NoticeView> offered =
                notices.list(actor, NoticeState.ISSUED, null, 0, NOTICES).items();
        model.addAttribute("notices", offered);
        model.addAttribute("checklists", checklists.all());
        model.addAttribute("severities", Severity.values());
    }
}
