package org.sifang.notification.web;

import java.util.Locale;
import java.util.UUID;
import org.sifang.notification.Undelivered;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails and webhook calls that were given up, for those who can do something about it. */
@Controller
class UndeliveredController {

    private final Undelivered undelivered;

    UndeliveredController(Undelivered undelivered) {
        this.undelivered = undelivered;
    }

    @GetMapping("/messages/undelivered")
    String list(Actor actor, Model model, Locale locale) {
        admit(actor);
        model.addAttribute("undelivered", undelivered.list(actor.scope(), locale));
        return "notification/undelivered";
    }

    @PostMapping("/messages/undelivered/{id}/again")
    String again(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        admit(actor);
        undelivered.again(id, actor.scope());
        flash.addFlashAttribute("flash", "notification.undelivered.again.done");
        return "redirect:/messages/undelivered";
    }

    private static void admit(Actor actor) {
        if (!actor.isOneOf(Role.SUPERVISOR, Role.ADMIN)) {
            throw new AccessDeniedException("Does not watch over deliveries");
        }
    }
}
