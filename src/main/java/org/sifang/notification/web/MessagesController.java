package org.sifang.notification.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sifang.notification.Inbox;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officer's own messages. */
@Controller
class MessagesController {

    private static final int SIZE = 30;
    private static final int LAST_PAGE = 1_000_000;

    private final Inbox inbox;
    private final Clock clock;

    MessagesController(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @GetMapping("/messages")
    String list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model,
            Locale locale) {
        int number = Math.min(Math.max(0, page), LAST_PAGE);
        model.addAttribute("messages", inbox.list(actor.username(), unread, number, SIZE, locale));
        model.addAttribute("unread", inbox.unread(actor.username()));
        model.addAttribute("unreadOnly", unread);
        model.addAttribute("watches", actor.isOneOf(Role.SUPERVISOR, Role.ADMIN));
        return "notification/messages";
    }

    /** Marks the message as read and goes where it leads. */
    @GetMapping("/messages/{id}")
    String open(@PathVariable UUID id, Actor actor) {
        String link = inbox.open(actor.username(), id, clock.instant());
        return "redirect:" + (link == null ? "/messages" : link);
    }

    @PostMapping("/messages/{id}/read")
    String read(@PathVariable UUID id, Actor actor) {
        inbox.open(actor.username(), id, clock.instant());
        return "redirect:/messages";
    }

    @PostMapping("/messages/read")
    String readAll(Actor actor, RedirectAttributes flash) {
        int marked = inbox.readAll(actor.username(), clock.instant());
        flash.addFlashAttribute("flash", "notification.allRead");
        flash.addFlashAttribute("flashArgs", List.of(marked));
        return "redirect:/messages";
    }
}
