package org.sifang.organization.web;

import java.time.Clock;
import java.util.List;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.organization.Standings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether an organisation is suspended, for everybody who sees it; a leader above it reinstates it here. */
@Controller
class StandingController {

    private final Organizations organizations;
    private final Standings standings;
    private final Clock clock;

    StandingController(Organizations organizations, Standings standings, Clock clock) {
        this.organizations = organizations;
        this.standings = standings;
        this.clock = clock;
    }

    @GetMapping("/organisations/{code}/standing")
    String show(@PathVariable String code, Actor actor, Model model) {
        show(code, "", List.of(), actor, model);
        return "organization/standing";
    }

    @PostMapping("/organisations/{code}/reinstate")
    Object reinstate(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            standings.reinstate(code, reason, actor, clock.instant());
        } catch (FaultsException refused) {
            show(code, reason, refused.faults(), actor, model);
            return new ModelAndView("organization/standing", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        redirect.addFlashAttribute("flash", "standing.reinstate.done");
        return "redirect:/organisations/" + code + "/standing";
    }

    private void show(String code, String reason, List<Fault> faults, Actor actor, Model model) {
        Organization organization = organizations
                .find(code)
                .filter(one -> actor.scope().covers(one) || actor.organization().equals(code))
                .orElseThrow(() -> new NotFoundException("organisation"));
        model.addAttribute("organisation", organization);
        model.addAttribute("standing", standings.of(code).orElse(null));
        model.addAttribute("history", standings.history(code));
        model.addAttribute("reason", reason);
        model.addAttribute("faults", faults);
        model.addAttribute(
                "mayReinstate",
                standings.isSuspended(code)
                        && actor.is(Role.LEADER)
                        && !actor.organization().equals(code));
    }
}
