package org.sifang.organization.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Officer;
import org.sifang.organization.OfficerDraft;
import org.sifang.organization.OfficerSearch;
import org.sifang.organization.Officers;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.organization.Staffing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officers: who there is, and what an administrator does about one. */
@Controller
class OfficersController {

    private static final int SIZE = 50;

    private final Officers officers;
    private final OfficerSearch search;
    private final Staffing staffing;
    private final Organizations organizations;
    private final Clock clock;

    OfficersController(
            Officers officers, OfficerSearch search, Staffing staffing, Organizations organizations, Clock clock) {
        this.officers = officers;
        this.search = search;
        this.staffing = staffing;
        this.organizations = organizations;
        this.clock = clock;
    }

    @ModelAttribute
    void administratorsOnly(Actor actor, Model model) {
        actor.require(Role.ADMIN);
        model.addAttribute("allRoles", Role.values());
    }

    @GetMapping("/admin/officers")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "true") boolean active,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        String code = organisation == null ? null : AdminController.orNull(organisation);
        var items =
                search.find(new OfficerSearch.Wanted(q, code, role, active), actor.scope(), Math.max(page, 0), SIZE);
        model.addAttribute("items", items);
        model.addAttribute("organisations", organizations);
        model.addAttribute("q", q);
        model.addAttribute("organisation", code);
        model.addAttribute("role", role);
        model.addAttribute("working", active);
        return "organization/officers";
    }

    @GetMapping("/admin/officers/new")
    String draft(@RequestParam(defaultValue = "") String organisation, Model model) {
        model.addAttribute("form", OfficerForm.EMPTY.with(organisation));
        return "organization/officer-new";
    }

    @PostMapping("/admin/officers")
    ModelAndView hire(OfficerForm form, Actor actor, Model model) {
        OfficerDraft draft = form.toDraft();
        try {
            return issued(draft.username(), staffing.hire(draft, actor, clock.instant()));
        } catch (FaultsException refused) {
            model.addAttribute("form", form);
            return refused("organization/officer-new", refused.faults(), model);
        }
    }

    @GetMapping("/admin/officers/{username}")
    String officer(@PathVariable String username, Actor actor, Model model) {
        Officer officer = require(username, actor);
        show(officer, OfficerForm.of(officer), actor, model);
        return "organization/officer";
    }

    @PostMapping("/admin/officers/{username}")
    Object change(
            @PathVariable String username, OfficerForm form, Actor actor, Model model, RedirectAttributes redirect) {
        Officer officer = require(username, actor);
        OfficerForm whole = new OfficerForm(username, form.name(), officer.organization(), form.roles(), form.email());
        return attempt(
                "admin.flash.saved",
                officer,
                whole,
                actor,
                model,
                redirect,
                () -> staffing.change(whole.toDraft(), actor, clock.instant()));
    }

    @PostMapping("/admin/officers/{username}/deactivate")
    Object deactivate(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String successor,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Officer officer = require(username, actor);
        return attempt(
                "admin.flash.deactivated",
                officer,
                OfficerForm.of(officer),
                actor,
                model,
                redirect,
                () -> staffing.deactivate(username, AdminController.orNull(successor), actor, clock.instant()));
    }

    @PostMapping("/admin/officers/{username}/reactivate")
    ModelAndView reactivate(@PathVariable String username, Actor actor) {
        return issued(username, staffing.reactivate(username, actor, clock.instant()));
    }

    @PostMapping("/admin/officers/{username}/password")
    ModelAndView resetPassword(@PathVariable String username, Actor actor) {
        return issued(username, staffing.resetPassword(username, actor, clock.instant()));
    }

    @PostMapping("/admin/officers/{username}/substitutions")
    Object substitute(
            @PathVariable String username,
            SubstitutionForm form,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Officer officer = require(username, actor);
        return attempt(
                "admin.flash.substituted",
                officer,
                OfficerForm.of(officer),
                actor,
                model,
                redirect,
                () -> form.arrange(username, staffing, actor, clock));
    }

    @PostMapping("/admin/officers/{username}/substitutions/{id}/end")
    String endSubstitution(
            @PathVariable String username, @PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        staffing.endSubstitution(username, id, actor, clock.instant());
        redirect.addFlashAttribute("flash", "admin.flash.substitution-ended");
        return "redirect:/admin/officers/" + username;
    }

    private Object attempt(
            String done,
            Officer officer,
            OfficerForm form,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Runnable verb) {
        try {
            verb.run();
        } catch (FaultsException refused) {
            show(officer, form, actor, model);
            return refused("organization/officer", refused.faults(), model);
        }
        redirect.addFlashAttribute("flash", done);
        return "redirect:/admin/officers/" + officer.username();
    }

    private void show(Officer officer, OfficerForm form, Actor actor, Model model) {
        model.addAttribute("officer", officer);
        model.addAttribute("form", form);
        model.addAttribute("organisation", organizations.require(officer.organization()));
        model.addAttribute(
                "colleagues",
                officers.inOrganization(officer.organization()).stream()
                        .filter(colleague -> !colleague.username().equals(officer.username()))
                        .toList());
        model.addAttribute("substitutions", staffing.substitutions(officer.username(), actor, clock.instant()));
    }

    private Officer require(String username, Actor actor) {
        return officers.find(username)
                .filter(officer -> actor.scope().covers(organizations.require(officer.organization())))
                .orElseThrow(() -> new NotFoundException("officer"));
    }

    private static ModelAndView refused(String page, List<Fault> faults, Model model) {
        model.addAttribute("faults", faults);
        return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** Shown in the answer itself: it must neither be stored nor be fetched a second time. */
    private static ModelAndView issued(String username, String password) {
        return new ModelAndView("organization/passwords", "passwords", Map.of(username, password));
    }
}
