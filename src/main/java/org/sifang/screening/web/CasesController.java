package org.sifang.screening.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.Category;
import org.sifang.organization.Actor;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.PersonClear;
import org.sifang.person.PersonMasked;
import org.sifang.screening.CaseFilter;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseState;
import org.sifang.screening.CaseView;
import org.sifang.screening.Cases;
import org.sifang.screening.NoticeToScreen;
import org.sifang.screening.PersonCase;
import org.sifang.screening.SheetImports;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The people found: the list, one of them, and one of them unmasked. */
@Controller
class CasesController {

    private static final int SIZE = 50;

    private final Cases cases;
    private final SheetImports imports;
    private final Organizations organizations;
    private final Wording wording;
    private final Reasons reasons;
    private final Clock clock;

    CasesController(
            Cases cases,
            SheetImports imports,
            Organizations organizations,
            Wording wording,
            Reasons reasons,
            Clock clock) {
        this.cases = cases;
        this.imports = imports;
        this.organizations = organizations;
        this.wording = wording;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** A case and the names around it. */
    record Line(PersonCase found, PersonMasked person, String notice, String organization, String category) {}

    @GetMapping("/cases")
    String list(
            @ModelAttribute("query") CaseQuery query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model,
            Locale locale) {
        CaseFilter filter = query.toFilter();
        List<CaseView> found = cases.below(filter, actor, query.below(), SIZE + 1);
        Map<UUID, Optional<NoticeToScreen>> notices = new HashMap<>();
        model.addAttribute(
                "lines",
                found.stream().limit(SIZE).map(view -> line(view, notices)).toList());
        model.addAttribute(
                "next", found.size() > SIZE ? found.get(SIZE - 1).found().id() : null);
        model.addAttribute("total", cases.count(filter, actor));
        model.addAttribute("tiles", tiles(query, actor));
        model.addAttribute("notices", imports.notices(actor));
        model.addAttribute("categories", categories(query));
        model.addAttribute(
                "organizations",
                organizations.all().stream()
                        .filter(one -> one.kind() == OrganizationKind.COMMAND)
                        .filter(actor.scope()::covers)
                        .toList());
        model.addAttribute("states", CaseState.values());
        model.addAttribute("filters", filters(query, locale));
        return fragment ? "screening/cases :: results" : "screening/cases";
    }

    @GetMapping("/cases/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        fill(cases.require(id, actor), null, actor, model);
        return "screening/case";
    }

    /** Shows the person unmasked in the answer; the address stays free of reasons and data. */
    @PostMapping("/cases/{id}/reveal")
    ModelAndView reveal(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor, Model model) {
        CaseView view = cases.require(id, actor);
        try {
            fill(view, cases.reveal(id, reason, actor, clock.instant()), actor, model);
            return new ModelAndView("screening/case", model.asMap());
        } catch (FaultsException refused) {
            fill(view, null, actor, model);
            model.addAttribute("faults", refused.faults());
            return new ModelAndView("screening/case", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** Puts a wrongly registered name right. */
    @PostMapping("/cases/{id}/name")
    ModelAndView correctName(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            cases.correctName(id, name, reason, actor, clock.instant());
            redirect.addFlashAttribute("flash", "case.name.corrected");
            return new ModelAndView("redirect:/cases/" + id);
        } catch (FaultsException refused) {
            fill(cases.require(id, actor), null, actor, model);
            model.addAttribute("nameFaults", refused.faults());
            return new ModelAndView("screening/case", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** Finds somebody by the whole number of a document, which travels in the body and not in the address. */
    @PostMapping("/cases/search")
    String search(@RequestParam(defaultValue = "") String number, Actor actor, RedirectAttributes redirect) {
        List<PersonCase> found =
                document(number).map(document -> cases.of(document, actor)).orElse(List.of());
        if (found.isEmpty()) {
            redirect.addFlashAttribute("flash", "cases.search.nobody");
            redirect.addFlashAttribute("flashTone", "soon");
            return "redirect:/cases";
        }
        return "redirect:/cases/" + found.get(0).id();
    }

    private static Optional<Document> document(String number) {
        try {
            return Optional.of(new Document(DocumentType.of(number), number));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void fill(CaseView view, @Nullable PersonClear clear, Actor actor, Model model) {
        PersonCase found = view.found();
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("line", line(view, new HashMap<>()));
        model.addAttribute("clear", clear);
        model.addAttribute("mayReveal", clear == null && cases.mayReveal(found, actor));
        model.addAttribute("derived", cases.derived(found, today));
        model.addAttribute(
                "elsewhere",
                cases.sightings(found.id()).stream()
                        .map(wording::organizationName)
                        .toList());
        model.addAttribute("subjects", List.of(found.id().toString()));
        model.addAttribute("actor", actor);
    }

    private Line line(CaseView view, Map<UUID, Optional<NoticeToScreen>> known) {
        PersonCase found = view.found();
        Optional<NoticeToScreen> notice = known.computeIfAbsent(found.notice(), imports::notice);
        return new Line(
                found,
                view.person(),
                notice.map(NoticeToScreen::number).orElse(""),
                wording.organizationName(found.organization()),
                notice.map(one -> one.categoryName(found.category())).orElse(found.category()));
    }

    /** A number above the list, and the list it opens. */
    record Tile(
            String key, long number, String href, @Nullable String tone) {}

    private List<Tile> tiles(CaseQuery query, Actor actor) {
        CaseFilter base = query.base();
        LocalDate today = LocalDate.now(clock);
        return List.of(
                tile("all", base, null, actor),
                tile("today", base.on(today), null, actor),
                tile("contradiction", base.with(CaseMark.CONTRADICTION), "soon", actor),
                tile("elsewhere", base.with(CaseMark.ALSO_ELSEWHERE), "late", actor));
    }

    private Tile tile(String key, CaseFilter filter, @Nullable String tone, Actor actor) {
        String href = UriComponentsBuilder.fromPath("/cases")
                .queryParamIfPresent("notice", Optional.ofNullable(filter.notice()))
                .queryParamIfPresent("organisation", Optional.ofNullable(filter.organization()))
                .queryParamIfPresent("date", Optional.ofNullable(filter.day()))
                .queryParamIfPresent("mark", Optional.ofNullable(filter.mark()))
                .encode()
                .toUriString();
        long number = cases.count(filter, actor);
        return new Tile(key, number, href, number == 0 ? null : tone);
    }

    private List<Category> categories(CaseQuery query) {
        return query.notice() == null
                ? List.of()
                : imports.notice(query.notice()).map(NoticeToScreen::categories).orElse(List.of());
    }

    /** Only what has no field of its own. */
    private Map<String, String> filters(CaseQuery query, Locale locale) {
        Map<String, String> filters = new LinkedHashMap<>();
        if (query.mark() != null) {
            filters.put("mark", reasons.say("chip.mark." + query.mark(), locale));
        }
        if (query.importId() != null) {
            filters.put("import", reasons.say("cases.filter.import", locale));
        }
        return filters;
    }
}
