package org.sifang.screening.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Category;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.screening.CaseBulkAction;
import org.sifang.screening.CaseFilter;
import org.sifang.screening.CaseNumbers;
import org.sifang.screening.CaseState;
import org.sifang.screening.CaseView;
import org.sifang.screening.Cases;
import org.sifang.screening.NoticeToScreen;
import org.sifang.screening.PersonCase;
import org.sifang.screening.SheetImports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people found: how many stand where, and each list behind a number. */
@Controller
class CasesController {

    private static final int SIZE = 50;
    private static final int COUNTY = 6;

    private final Cases cases;
    private final CaseLines lines;
    private final SheetImports imports;
    private final Organizations organizations;
    private final List<CaseBulkAction> bulk;
    private final Reasons reasons;
    private final Clock clock;

    CasesController(
            Cases cases,
            CaseLines lines,
            SheetImports imports,
            Organizations organizations,
            ObjectProvider<CaseBulkAction> bulk,
            Reasons reasons,
            Clock clock) {
        this.cases = cases;
        this.lines = lines;
        this.imports = imports;
        this.organizations = organizations;
        this.bulk = bulk.stream()
                .sorted(Comparator.comparingInt(CaseBulkAction::order))
                .toList();
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping("/cases")
    String list(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID below,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model,
            Locale locale) {
        CaseFilter filter = CaseFilter.of(request::getParameter);
        LocalDate today = LocalDate.now(clock);
        List<CaseView> found = cases.below(filter, actor, below, SIZE + 1);
        CaseNumbers numbers = cases.numbers(filter, actor, today);
        List<Organization> areas = organizations.all().stream()
                .filter(one -> one.kind() == OrganizationKind.COMMAND)
                .filter(actor.scope()::covers)
                .toList();
        model.addAttribute("query", filter);
        model.addAttribute("below", below);
        model.addAttribute("lines", lines.of(found.stream().limit(SIZE).toList()));
        model.addAttribute(
                "next", found.size() > SIZE ? found.get(SIZE - 1).found().id() : null);
        model.addAttribute("total", numbers.matching());
        model.addAttribute("funnel", Funnel.of(numbers, filter, today));
        model.addAttribute("notices", imports.notices(actor));
        model.addAttribute("categories", categories(filter));
        model.addAttribute("organizations", areas);
        model.addAttribute("carers", carers(filter, areas));
        model.addAttribute("states", CaseState.values());
        model.addAttribute("filters", filters(filter, locale));
        List<CaseBulkAction> actions =
                bulk.stream().filter(action -> action.isFor(actor)).toList();
        model.addAttribute("bulk", actions);
        model.addAttribute("all", actions.stream().anyMatch(CaseBulkAction::takesAll));
        return fragment ? "screening/cases :: results" : "screening/cases";
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

    private List<Category> categories(CaseFilter filter) {
        return filter.notice() == null
                ? List.of()
                : imports.notice(filter.notice())
                        .map(NoticeToScreen::categories)
                        .orElse(List.of());
    }

    /** The communities of the county chosen, or of the only one the reader sees. */
    private List<Organization> carers(CaseFilter filter, List<Organization> areas) {
        String area = filter.organization() != null
                ? filter.organization()
                : areas.size() == 1 ? areas.get(0).code() : null;
        if (area == null || area.length() != COUNTY || area.endsWith("00")) {
            return List.of();
        }
        return organizations.all().stream()
                .filter(one -> one.kind() == OrganizationKind.COMMUNITY)
                .filter(one -> one.division().county().value().equals(area))
                .toList();
    }

    /** Only what has no field of its own. */
    private Map<String, String> filters(CaseFilter filter, Locale locale) {
        Map<String, String> filters = new LinkedHashMap<>();
        if (filter.mark() != null) {
            filters.put("mark", reasons.say("chip.mark." + filter.mark(), locale));
        }
        if (filter.importId() != null) {
            filters.put("import", reasons.say("cases.filter.import", locale));
        }
        if (filter.selfDeclared()) {
            filters.put("declared", reasons.say("cases.declared", locale));
        }
        if (CaseFilter.NOBODY.equals(filter.carer())) {
            filters.put("carer", reasons.say("cases.alone", locale));
        } else if (filter.carer() != null) {
            filters.put(
                    "carer",
                    organizations.find(filter.carer()).map(Organization::name).orElse(filter.carer()));
        }
        return filters;
    }
}
