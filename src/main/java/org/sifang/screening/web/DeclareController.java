package org.sifang.screening.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.person.DocumentType;
import org.sifang.screening.DeclarationCode;
import org.sifang.screening.DeclarationState;
import org.sifang.screening.Declarations;
import org.sifang.screening.Declarations.OpenForm;
import org.sifang.screening.Declared;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public page where people declare themselves, and ask later where that stands. Nothing here knows a session. */
@Controller
class DeclareController {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 16;

    private final Declarations declarations;
    private final Clock clock;

    DeclareController(Declarations declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @GetMapping("/declare/{notice}")
    String open(@PathVariable String notice, Model model, HttpServletResponse response) {
        Optional<OpenForm> form = form(notice);
        if (form.isEmpty()) {
            return closed(response);
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        show(form.get(), DeclarationForm.EMPTY.on(HexFormat.of().formatHex(secret)), model);
        return "screening/declare";
    }

    @PostMapping("/declare/{notice}")
    String declare(
            @PathVariable String notice,
            @ModelAttribute("typed") DeclarationForm typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Duration> wait = declarations.waitToDeclare(request.getRemoteAddr());
        if (wait.isPresent()) {
            return tooMany(wait.get(), response, model);
        }
        Optional<OpenForm> form = form(notice);
        if (form.isEmpty()) {
            return closed(response);
        }
        Declared declared = typed.declared();
        if (typed.byMachine() || Declarations.isAbsurd(declared)) {
            // A machine gets the page it wants, and nothing is kept.
            model.addAttribute("code", DeclarationForm.decoy(typed.page()));
            return "screening/declared";
        }
        try {
            DeclarationCode code = declarations.declare(
                    form.get(), declared, typed.text(typed.county()), typed.text(typed.page()), clock.instant());
            model.addAttribute("code", code.shown());
            model.addAttribute("number", form.get().notice().number());
            return "screening/declared";
        } catch (FaultsException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            show(form.get(), typed, model);
            model.addAttribute("faults", refused.faults());
            return "screening/declare";
        }
    }

    @GetMapping("/declare/status")
    String ask() {
        return "screening/declare-status";
    }

    /** The code travels in the body: addresses are written down on the way. */
    @PostMapping("/declare/status")
    String state(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Duration> wait = declarations.waitToAsk(request.getRemoteAddr());
        if (wait.isPresent()) {
            return tooMany(wait.get(), response, model);
        }
        Optional<DeclarationState> state = declarations.state(code);
        model.addAttribute("state", state.orElse(null));
        model.addAttribute("asked", true);
        return "screening/declare-status";
    }

    private Optional<OpenForm> form(String notice) {
        return id(notice).flatMap(declarations::form);
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private void show(OpenForm form, @Nullable DeclarationForm typed, Model model) {
        model.addAttribute("notice", form.notice());
        model.addAttribute("counties", form.counties());
        model.addAttribute("typed", typed);
        model.addAttribute("documentTypes", DocumentType.values());
    }

    private static String closed(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "screening/declare-closed";
    }

    private static String tooMany(Duration wait, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        model.addAttribute("minutes", wait.toMinutes() + 1);
        return "screening/declare-wait";
    }
}
