package org.sifang.accountability.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.AccountabilityCase;
import org.sifang.accountability.AccountabilityCases;
import org.sifang.accountability.AccountabilityDesk;
import org.sifang.accountability.Appeals;
import org.sifang.accountability.CaseNames;
import org.sifang.accountability.CaseState;
import org.sifang.accountability.CaseSteps;
import org.sifang.accountability.FactFile;
import org.sifang.accountability.FactFiles;
import org.sifang.accountability.FactLines;
import org.sifang.accountability.Papers;
import org.sifang.accountability.Powers;
import org.sifang.accountability.Suspensions;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.worklist.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case: what it rests on, how far it is, what was decided. */
@Controller
@RequestMapping("/accountability/{id:[0-9a-f-]{36}}")
class AccountabilityController {

    private final AccountabilityCases cases;
    private final AccountabilityDesk desk;
    private final Appeals appeals;
    private final Suspensions suspensions;
    private final Powers powers;
    private final CaseNames names;
    private final FactFiles files;
    private final FactLines factLines;
    private final Papers papers;
    private final WorkItems items;
    private final Wording wording;
    private final Clock clock;

    AccountabilityController(
            AccountabilityCases cases,
            AccountabilityDesk desk,
            Appeals appeals,
            Suspensions suspensions,
            Powers powers,
            CaseNames names,
            FactFiles files,
            FactLines factLines,
            Papers papers,
            WorkItems items,
            Wording wording,
            Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.appeals = appeals;
        this.suspensions = suspensions;
        this.powers = powers;
        this.names = names;
        this.files = files;
        this.factLines = factLines;
        this.papers = papers;
        this.items = items;
        this.wording = wording;
        this.clock = clock;
    }

    /** A breach and who reported it; null when nobody did. */
    record BreachLine(
            RecordedBreach breach,
            @Nullable String reporter,
            @Nullable String href) {}

    @FunctionalInterface
    private interface Step {
        void take();
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model, Locale locale) {
        fill(cases.require(id, actor), actor, model, locale);
        return "accountability/case";
    }

    @PostMapping("/appeal")
    ModelAndView appeal(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        AccountabilityCase one = cases.require(id, actor);
        Step step = () -> appeals.lodge(id, reason, actor, clock.instant());
        return step(one, "appealed", reason, step, actor, model, locale, redirect);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        AccountabilityCase one = cases.require(id, actor);
        Step step = () -> desk.withdraw(id, reason, actor, clock.instant());
        return step(one, "withdrawn", reason, step, actor, model, locale, redirect);
    }

    @PostMapping("/reinstate")
    ModelAndView reinstate(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        AccountabilityCase one = cases.require(id, actor);
        Step step = () -> suspensions.reinstate(id, reason, actor, clock.instant());
        return step(one, "reinstated", reason, step, actor, model, locale, redirect);
    }

    private ModelAndView step(
            AccountabilityCase one,
            String word,
            String reason,
            Step step,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            step.take();
        } catch (FaultsException refused) {
            fill(one, actor, model, locale);
            model.addAttribute("faults", refused.faults());
            model.addAttribute("failed", word);
            model.addAttribute("typed", reason);
            return new ModelAndView("accountability/case", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        redirect.addFlashAttribute("flash", "accountability.flash." + word);
        return new ModelAndView("redirect:/accountability/" + one.id());
    }

    private void fill(AccountabilityCase one, Actor actor, Model model, Locale locale) {
        UUID id = one.id();
        model.addAttribute("one", one);
        model.addAttribute("party", names.party(one));
        model.addAttribute("notice", names.notice(one));
        model.addAttribute("organization", wording.organizationName(one.organization()));
        model.addAttribute("authority", wording.organizationName(one.authority()));
        model.addAttribute("steps", CaseSteps.of(one, wording::officerName));
        model.addAttribute(
                "breaches", cases.breaches(id).stream().map(this::line).toList());
        FactFile file = files.find(id).orElse(null);
        model.addAttribute("file", file);
        model.addAttribute(
                "factLines", file != null && file.readable() ? factLines.of(file.content(), locale) : List.of());
        model.addAttribute("papers", papers.of(id, actor));
        model.addAttribute("suspended", suspensions.standing(one).orElse(null));
        model.addAttribute("mayAppeal", mayAppeal(one, actor));
        boolean leads = powers.leads(one, actor);
        model.addAttribute(
                "mayWithdraw", leads && one.ruling() == null && !one.state().over());
        model.addAttribute("mayReinstate", leads);
        model.addAttribute(
                "tasks",
                items.ofSubject(id).stream()
                        .filter(item -> item.open() && items.mayDo(item, actor))
                        .toList());
        model.addAttribute("subjects", List.of(id.toString()));
        model.addAttribute("actor", actor);
    }

    private boolean mayAppeal(AccountabilityCase one, Actor actor) {
        return one.state() == CaseState.IN_EXECUTION
                && one.appeal() == null
                && one.execution() != null
                && clock.instant().isBefore(one.execution().appealUntil())
                && powers.speaks(one, actor);
    }

    private BreachLine line(RecordedBreach breach) {
        String reporter = breach.reportedBy();
        return new BreachLine(
                breach,
                reporter == null ? null : wording.officerName(reporter),
                switch (breach.kind()) {
                    case DUTY -> "/duties/" + breach.subject();
                    case FINDING -> "/inspections/findings/" + breach.subject();
                    case ISOLATION -> "/cases/" + breach.subject();
                    case HAND -> null;
                });
    }
}
