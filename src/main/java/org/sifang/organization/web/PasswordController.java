package org.sifang.organization.web;

import java.time.Clock;
import java.util.List;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.sifang.organization.OwnPassword;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody changes his own password; with an initial one it is the only page. */
@Controller
class PasswordController {

    private static final String PAGE = "organization/password";

    private final OwnPassword own;
    private final Accounts accounts;
    private final Clock clock;

    PasswordController(OwnPassword own, Accounts accounts, Clock clock) {
        this.own = own;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/password")
    String form(Actor actor, Model model) {
        model.addAttribute("initial", isInitial(actor));
        return PAGE;
    }

    @PostMapping("/password")
    Object change(
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String again,
            Actor actor,
            Model model) {
        try {
            if (!password.equals(again)) {
                throw new FaultsException(Fault.at("again", "fault.password.different"));
            }
            own.change(actor, old, password, clock.instant());
        } catch (FaultsException refused) {
            model.addAttribute("initial", isInitial(actor));
            model.addAttribute("faults", List.copyOf(refused.faults()));
            return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return "redirect:/login?changed";
    }

    private boolean isInitial(Actor actor) {
        return accounts.find(actor.username())
                .map(Accounts.Account::mustChangePassword)
                .orElse(false);
    }
}
