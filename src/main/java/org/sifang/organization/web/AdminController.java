package org.sifang.organization.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.OfficerSearch;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Responsibility;
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

/** The administration's first page, and the organisations with those who answer for them. */
@Controller
class AdminController {

    private static final int SIZE = 50;

    private final Organizations organizations;
    private final Officers officers;
    private final OfficerSearch search;
    private final Staffing staffing;
    private final Clock clock;

    AdminController(
            Organizations organizations, Officers officers, OfficerSearch search, Staffing staffing, Clock clock) {
        this.organizations = organizations;
        this.officers = officers;
        this.search = search;
        this.staffing = staffing;
        this.clock = clock;
    }

    @ModelAttribute
    void administratorsOnly(Actor actor) {
        actor.require(Role.ADMIN);
    }

    @GetMapping("/admin")
    String overview(Actor actor, Model model) {
        List<Organization> visible = visible(actor);
        model.addAttribute("place", organizations.require(actor.organization()).name());
        model.addAttribute("organisations", visible.size());
        model.addAttribute("unanswered", unanswered(visible).size());
        model.addAttribute("working", count(actor, true));
        model.addAttribute("gone", count(actor, false));
        return "organization/admin";
    }

    @GetMapping("/admin/organisations")
    String organisations(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable OrganizationKind kind,
            @RequestParam(defaultValue = "false") boolean unanswered,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        String text = q.strip().toLowerCase(Locale.ROOT);
        List<Organization> found = visible(actor).stream()
                .filter(organization -> kind == null || organization.kind() == kind)
                .filter(organization ->
                        organization.name().toLowerCase(Locale.ROOT).contains(text)
                                || organization.code().toLowerCase(Locale.ROOT).contains(text))
                .toList();
        List<Organization> wanted = unanswered ? unanswered(found) : found;
        int from = Math.min(Math.max(page, 0) * SIZE, wanted.size());
        List<Organization> shown = wanted.subList(from, Math.min(from + SIZE, wanted.size()));
        model.addAttribute("items", new ItemPage<>(shown, wanted.size(), Math.max(page, 0), SIZE));
        model.addAttribute("answers", officers.responsible(codes(shown)));
        model.addAttribute("kinds", OrganizationKind.values());
        model.addAttribute("kind", kind);
        model.addAttribute("q", q);
        model.addAttribute("unanswered", unanswered);
        return "organization/organisations";
    }

    @GetMapping("/admin/organisations/{code}")
    String organisation(@PathVariable String code, Actor actor, Model model) {
        show(require(code, actor), officers.responsibleFor(code), List.of(), model);
        return "organization/organisation";
    }

    @PostMapping("/admin/organisations/{code}/responsibility")
    Object appoint(
            @PathVariable String code,
            @RequestParam String responsible,
            @RequestParam String deputy,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Responsibility wanted = new Responsibility(orNull(responsible), orNull(deputy));
        try {
            staffing.appoint(code, wanted.responsible(), wanted.deputy(), actor, clock.instant());
        } catch (FaultsException refused) {
            show(require(code, actor), wanted, refused.faults(), model);
            return new ModelAndView("organization/organisation", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        redirect.addFlashAttribute("flash", "admin.flash.appointed");
        return "redirect:/admin/organisations/" + code;
    }

    private void show(Organization organization, Responsibility answers, List<Fault> faults, Model model) {
        model.addAttribute("organisation", organization);
        String parent = organization.parent();
        model.addAttribute(
                "parent", parent == null ? null : organizations.find(parent).orElse(null));
        model.addAttribute("children", organizations.children(organization.code()));
        model.addAttribute("officers", officers.inOrganization(organization.code()));
        model.addAttribute("answers", answers);
        model.addAttribute("faults", faults);
    }

    private Organization require(String code, Actor actor) {
        return organizations
                .find(code)
                .filter(actor.scope()::covers)
                .orElseThrow(() -> new NotFoundException("organisation"));
    }

    private List<Organization> visible(Actor actor) {
        return organizations.all().stream().filter(actor.scope()::covers).toList();
    }

    private List<Organization> unanswered(List<Organization> some) {
        Map<String, Responsibility> answers = officers.responsible(codes(some));
        return some.stream()
                .filter(organization -> Responsibility.NOBODY.equals(answers.get(organization.code())))
                .toList();
    }

    private static List<String> codes(List<Organization> some) {
        return some.stream().map(Organization::code).toList();
    }

    private long count(Actor actor, boolean active) {
        return search.find(new OfficerSearch.Wanted("", null, null, active), actor.scope(), 0, 1)
                .total();
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
