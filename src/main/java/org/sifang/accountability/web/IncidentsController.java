package org.sifang.accountability.web;

import org.sifang.accountability.IncidentDesk;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps that failed for good, for supervisors. */
@Controller
class IncidentsController {

    private final IncidentDesk desk;

    IncidentsController(IncidentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/accountability/incidents")
    String list(Actor actor, Model model) {
        actor.require(Role.SUPERVISOR, Role.ADMIN);
        model.addAttribute("failed", desk.list(actor));
        return "accountability/incidents";
    }

    @PostMapping("/accountability/incidents/{job}/retry")
    String retry(@PathVariable String job, Actor actor, RedirectAttributes redirect) {
        desk.retry(job, actor);
        redirect.addFlashAttribute("flash", "incident.flash.retried");
        return "redirect:/accountability/incidents";
    }
}
