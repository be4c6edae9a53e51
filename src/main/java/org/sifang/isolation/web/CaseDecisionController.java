package org.sifang.isolation.web;

import java.time.Clock;
import java.util.UUID;
import org.sifang.isolation.CaseDesk;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A leader's own decisions about a case, from its page. */
@Controller
class CaseDecisionController {

    private final CaseDesk desk;
    private final Clock clock;

    CaseDecisionController(CaseDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping("/cases/{id}/release")
    String release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        desk.release(id, reason, actor, clock.instant());
        return done(id, "isolation.flash.released", redirect);
    }

    @PostMapping("/cases/{id}/reopen")
    String reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        desk.reopen(id, reason, actor, clock.instant());
        return done(id, "isolation.flash.reopened", redirect);
    }

    @PostMapping("/cases/{id}/end")
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        desk.end(id, reason, actor, clock.instant());
        return done(id, "isolation.flash.ended", redirect);
    }

    private static String done(UUID id, String flash, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/cases/" + id;
    }
}
