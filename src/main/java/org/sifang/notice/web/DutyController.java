package org.sifang.notice.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.InnerDeadline;
import org.sifang.notice.InnerDeadlines;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of duties, one duty, and what can be done to it. */
@Controller
class DutyController {

    private final DutyLists lists;
    private final DutySheets sheets;
    private final Duties duties;
    private final InnerDeadlines inner;
    private final DutyDesk desk;
    private final Clock clock;

    DutyController(
            DutyLists lists, DutySheets sheets, Duties duties, InnerDeadlines inner, DutyDesk desk, Clock clock) {
        this.lists = lists;
        this.sheets = sheets;
        this.duties = duties;
        this.inner = inner;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/duties")
    String list(DutyQuery query, Actor actor, ModelMap model) {
        lists.fill(query, actor, model);
        return "notice/duties";
    }

    @GetMapping("/duties")
    @HxRequest
    String results(DutyQuery query, Actor actor, ModelMap model) {
        lists.fill(query, actor, model);
        return "notice/duties :: results";
    }

    @GetMapping("/duties/{id}")
    String page(@PathVariable UUID id, Actor actor, Model model, Locale locale) {
        model.addAttribute("sheet", sheets.of(id, actor, locale));
        return "notice/duty";
    }

    @PostMapping("/duties/{id}/receive")
    ModelAndView receive(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String responsible,
            @RequestParam(defaultValue = "") String deputy,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        return done(
                new Attempt(id, "received", Map.of("responsible", responsible, "deputy", deputy)),
                () -> desk.receive(id, Words.given(responsible), Words.given(deputy), actor),
                actor,
                locale,
                redirect);
    }

    @PostMapping("/duties/{id}/accept")
    ModelAndView accept(@PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes redirect) {
        return done(new Attempt(id, "accepted", Map.of()), () -> desk.accept(id, actor), actor, locale, redirect);
    }

    @PostMapping("/duties/{id}/return")
    ModelAndView giveBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        return done(
                new Attempt(id, "returned", Map.of("reason", reason)),
                () -> desk.giveBack(id, reason, actor),
                actor,
                locale,
                redirect);
    }

    @PostMapping("/duties/{id}/extend")
    ModelAndView extend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String dueAt,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        return done(
                new Attempt(id, "extended", Map.of("dueAt", dueAt, "reason", reason)),
                () -> desk.extend(id, TypedInstant.local("dueAt", dueAt, clock.getZone()), reason, actor),
                actor,
                locale,
                redirect);
    }

    @PostMapping("/duties/{id}/waive")
    ModelAndView waive(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        return done(
                new Attempt(id, "waived", Map.of("reason", reason)),
                () -> desk.waive(id, reason, actor),
                actor,
                locale,
                redirect);
    }

    /** A lower level says that its part is done. */
    @PostMapping("/duties/{id}/inner")
    ModelAndView confirm(
            @PathVariable UUID id,
            @RequestParam String organization,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String remark,
            Actor actor,
            RedirectAttributes redirect) {
        try {
            InnerDeadline done = inner.confirm(id, organization, number(people), Words.given(remark), actor);
            redirect.addFlashAttribute("flash", "duty.done.confirmed");
            redirect.addFlashAttribute("flashArgs", List.of(done.organizationName()));
            return new ModelAndView("redirect:/duties");
        } catch (FaultsException refused) {
            ModelAndView page = new ModelAndView("notice/duties", HttpStatus.UNPROCESSABLE_ENTITY);
            lists.fill(new DutyQuery(null, null, null, null, null, null, null, null, null), actor, page.getModelMap());
            page.addObject("faults", refused.faults());
            page.addObject("failed", id + organization);
            page.addObject("typed", Map.of("people", people, "remark", remark));
            return page;
        }
    }

    private static @Nullable Integer number(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** @param typed what the form sent, by field */
    private record Attempt(UUID id, String what, Map<String, String> typed) {}

    /** Back to the page with a word, or the page itself with what was typed and what is wrong with it. */
    private ModelAndView done(
            Attempt attempt, Supplier<Duty> step, Actor actor, Locale locale, RedirectAttributes redirect) {
        try {
            Duty duty = step.get();
            redirect.addFlashAttribute("flash", "duty.done." + attempt.what());
            redirect.addFlashAttribute("flashArgs", List.of(duty.organizationName()));
            return new ModelAndView("redirect:" + (duties.sees(actor, duty) ? "/duties/" + attempt.id() : "/duties"));
        } catch (FaultsException refused) {
            ModelAndView page = new ModelAndView("notice/duty", HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("sheet", sheets.of(attempt.id(), actor, locale));
            page.addObject("faults", refused.faults());
            page.addObject("failed", attempt.what());
            page.addObject("typed", attempt.typed());
            return page;
        }
    }
}
