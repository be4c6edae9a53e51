package org.sifang.isolation.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.CheckAnswer;
import org.sifang.isolation.DailyCheckDesk;
import org.sifang.isolation.FollowUpDesk;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.person.PersonClear;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Today's people: one tap for who is well and at home, a small form for the rest. */
@Controller
class ChecksController {

    private static final String PAGE = "isolation/checks";
    private static final String RESULTS = "isolation/checks :: results";

    private final CheckPages pages;
    private final DailyCheckDesk desk;
    private final FollowUpDesk followUp;
    private final Clock clock;

    ChecksController(CheckPages pages, DailyCheckDesk desk, FollowUpDesk followUp, Clock clock) {
        this.pages = pages;
        this.desk = desk;
        this.followUp = followUp;
        this.clock = clock;
    }

    @GetMapping("/checks")
    String list(
            CheckQuery query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model,
            Locale locale) {
        pages.fill(query, actor, model, locale);
        return fragment ? RESULTS : PAGE;
    }

    /**
     * Who asked, and how the page is to be shown again.
     *
     * @param form id of the check whose form was sent; null when nothing was typed
     */
    private record Asked(
            CheckQuery query,
            boolean fragment,
            Actor actor,
            Model model,
            Locale locale,
            @Nullable UUID form) {}

    @PostMapping("/checks/{id}")
    ModelAndView answer(
            @PathVariable UUID id,
            CheckForm form,
            CheckQuery query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        model.addAttribute("typed", form);
        return done(
                new Asked(query, fragment, actor, model, locale, id),
                () -> {
                    CheckAnswer answer = form.toAnswer();
                    desk.answer(id, answer, actor, clock.instant());
                    return answer.presence() == null ? "check.done.tried" : "check.done." + answer.presence();
                },
                redirect);
    }

    @PostMapping("/checks/{id}/household")
    ModelAndView household(
            @PathVariable UUID id,
            CheckQuery query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return done(
                new Asked(query, fragment, actor, model, locale, null),
                () -> {
                    desk.answerHousehold(id, actor, clock.instant());
                    return "check.done.household";
                },
                redirect);
    }

    @PostMapping("/checks/visits/{id}")
    ModelAndView visit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean met,
            @RequestParam(required = false) @Nullable List<String> symptoms,
            CheckQuery query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return done(
                new Asked(query, fragment, actor, model, locale, null),
                () -> {
                    CheckForm form = new CheckForm(null, null, symptoms, null);
                    followUp.record(id, met, form.toSymptoms(), actor, clock.instant());
                    return met ? "check.done.visited" : "check.done.notMet";
                },
                redirect);
    }

    /** The number of one person; never by a redirect, whose address would hold it. */
    @PostMapping("/checks/{id}/phone")
    String phone(
            @PathVariable UUID id,
            CheckQuery query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model,
            Locale locale) {
        PersonClear person = desk.reveal(id, actor, clock.instant());
        List<String> numbers = List.of(person.phone().split("/"));
        if (fragment) {
            model.addAttribute("numbers", numbers);
            return "isolation/checks :: numbers";
        }
        pages.fill(query, actor, model, locale);
        model.addAttribute("revealed", Map.of(id, numbers));
        return PAGE;
    }

    /** The page again with a word; with what is wrong, when something is. */
    private ModelAndView done(Asked asked, Supplier<String> step, RedirectAttributes redirect) {
        try {
            String word = step.get();
            if (!asked.fragment()) {
                redirect.addFlashAttribute("flash", word);
                return new ModelAndView("redirect:/checks" + asked.query().address());
            }
            asked.model().addAttribute("flash", word);
            return again(asked, HttpStatus.OK);
        } catch (FaultsException refused) {
            asked.model().addAttribute("faults", refused.faults());
            asked.model().addAttribute("failed", asked.form());
            return again(asked, HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (StateConflictException changed) {
            asked.model().addAttribute("flash", "check.done.conflict");
            asked.model().addAttribute("flashTone", "soon");
            return again(asked, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView again(Asked asked, HttpStatus status) {
        pages.fill(asked.query(), asked.actor(), asked.model(), asked.locale());
        asked.model().addAttribute("swapped", asked.fragment());
        return new ModelAndView(asked.fragment() ? RESULTS : PAGE, asked.model().asMap(), status);
    }
}
