package org.sifang.emergency.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.emergency.BranchView;
import org.sifang.emergency.ContactTracing;
import org.sifang.emergency.ContactTracing.ListTaken;
import org.sifang.emergency.Degree;
import org.sifang.emergency.Emergencies;
import org.sifang.emergency.Emergency;
import org.sifang.emergency.Relation;
import org.sifang.emergency.SiteDesk;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.sifang.screening.TypedPerson;
import org.sifang.worklist.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One emergency: its branches and clocks, its contacts and sites. */
@Controller
@RequestMapping("/emergencies/{id}")
class EmergencyController {

    private final Emergencies emergencies;
    private final ContactTracing tracing;
    private final SiteDesk sites;
    private final FoundCases cases;
    private final People people;
    private final Notices notices;
    private final WorkItems items;
    private final Wording wording;
    private final Clock clock;

    EmergencyController(
            Emergencies emergencies,
            ContactTracing tracing,
            SiteDesk sites,
            FoundCases cases,
            People people,
            Notices notices,
            WorkItems items,
            Wording wording,
            Clock clock) {
        this.emergencies = emergencies;
        this.tracing = tracing;
        this.sites = sites;
        this.cases = cases;
        this.people = people;
        this.notices = notices;
        this.items = items;
        this.wording = wording;
        this.clock = clock;
    }

    /** A branch in words: what was filled in, each a message key and a value. */
    record BranchLine(BranchView view, @Nullable String doneBy, Map<String, String> facts) {}

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model, Locale locale) {
        fill(emergencies.require(id, actor), actor, model, locale);
        return "emergency/emergency";
    }

    @PostMapping("/contacts")
    ModelAndView add(
            @PathVariable UUID id,
            TypedPerson typed,
            @RequestParam(required = false) @Nullable Degree degree,
            @RequestParam(required = false) @Nullable Relation relation,
            Actor actor,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Emergency emergency = emergencies.require(id, actor);
        try {
            tracing.add(id, typed, required(degree), required(relation), actor, clock.instant());
            redirect.addFlashAttribute("flash", "emergency.contact.added");
            return new ModelAndView("redirect:/emergencies/" + id + "#contacts");
        } catch (FaultsException refused) {
            fill(emergency, actor, model, locale);
            model.addAttribute("faults", refused.faults());
            model.addAttribute("typed", typed);
            model.addAttribute("degree", degree);
            model.addAttribute("relation", relation);
            return new ModelAndView("emergency/emergency", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @PostMapping("/contacts/list")
    ModelAndView addList(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable Degree degree,
            @RequestParam(required = false) @Nullable Relation relation,
            Actor actor,
            Model model,
            Locale locale)
            throws IOException {
        Emergency emergency = emergencies.require(id, actor);
        HttpStatus status = HttpStatus.OK;
        try {
            if (file == null || file.isEmpty()) {
                throw new FaultsException(Fault.at("file", "fault.screening.file.missing"));
            }
            Instant now = clock.instant();
            ListTaken taken = tracing.addList(id, file.getBytes(), required(degree), required(relation), actor, now);
            model.addAttribute("taken", taken);
        } catch (FaultsException refused) {
            status = HttpStatus.UNPROCESSABLE_ENTITY;
            model.addAttribute("listFaults", refused.faults());
        }
        fill(emergency, actor, model, locale);
        return new ModelAndView("emergency/emergency", model.asMap(), status);
    }

    private static <T> T required(@Nullable T chosen) {
        if (chosen == null) {
            throw new FaultsException(Fault.at("degree", "fault.emergency.contact.degree"));
        }
        return chosen;
    }

    private void fill(Emergency emergency, Actor actor, Model model, Locale locale) {
        PersonCase found = cases.find(emergency.personCase()).orElse(null);
        boolean mayOpenCase = found != null && FoundCases.inScope(found, actor);
        PersonMasked person = found == null ? null : people.view(found.person());
        model.addAttribute("emergency", emergency);
        model.addAttribute(
                "branches",
                emergency.branches().stream().map(view -> line(view, locale)).toList());
        model.addAttribute("person", person == null ? "" : person.name());
        model.addAttribute("mayOpenCase", mayOpenCase);
        model.addAttribute(
                "notice",
                notices.find(emergency.notice()).map(NoticeView::caption).orElse(""));
        model.addAttribute("organization", wording.organizationName(emergency.organization()));
        model.addAttribute(
                "hospital", emergency.hospital() == null ? null : wording.organizationName(emergency.hospital()));
        model.addAttribute("contacts", tracing.list(emergency.id(), actor));
        model.addAttribute("mayAdd", tracing.mayAdd(emergency, actor));
        model.addAttribute("categories", tracing.categories(emergency));
        model.addAttribute("degrees", Degree.values());
        model.addAttribute("relations", Relation.values());
        model.addAttribute("sites", sites.of(emergency.id()));
        model.addAttribute(
                "tasks",
                items.ofSubject(emergency.id()).stream()
                        .filter(item -> item.open() && items.mayDo(item, actor))
                        .toList());
        model.addAttribute("subjects", List.of(emergency.id().toString()));
        model.addAttribute("actor", actor);
    }

    private BranchLine line(BranchView view, Locale locale) {
        Map<String, String> facts = new java.util.LinkedHashMap<>();
        view.facts().forEach((key, value) -> facts.put(key, wording.of(value, locale)));
        return new BranchLine(view, view.doneBy() == null ? null : wording.officerName(view.doneBy()), facts);
    }
}
