package org.sifang.screening.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.person.PersonClear;
import org.sifang.screening.CaseDetails;
import org.sifang.screening.CaseFilter;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseState;
import org.sifang.screening.CaseView;
import org.sifang.screening.Cases;
import org.sifang.screening.SheetImports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People found, for other systems: masked, and on request with a reason unmasked. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;

    private final Cases cases;
    private final SheetImports imports;
    private final List<CaseDetails> details;
    private final Clock clock;

    CaseApi(Cases cases, SheetImports imports, ObjectProvider<CaseDetails> details, Clock clock) {
        this.cases = cases;
        this.imports = imports;
        this.details = details.stream().toList();
        this.clock = clock;
    }

    /** A person's right name, and how it is known. */
    record Name(@Nullable String name, @Nullable String reason) {

        @Override
        public String toString() {
            return "Name";
        }
    }

    /** Why somebody needs to see a person unmasked. */
    record Reason(@Nullable String reason) {}

    /**
     * Cases, the latest first.
     *
     * @param notice id or number; one that the asker cannot see finds nobody
     * @param organisation code; of a command, its whole area
     * @param state where they stand now
     * @param date the day on which they were found
     * @param carer code of the organisation that looks after them; {@code none} for those whom nobody does
     * @param declared only those who declared themselves
     */
    @GetMapping
    ItemPage<CaseJson> list(
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable CaseMark mark,
            @RequestParam(name = "import", required = false) @Nullable UUID importId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String carer,
            @RequestParam(defaultValue = "false") boolean declared,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        int from = Math.min(Math.max(page, 0), LAST_PAGE);
        int most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        UUID wanted = null;
        if (notice != null) {
            try {
                wanted = imports.notice(notice, actor).id();
            } catch (NotFoundException unknown) {
                return new ItemPage<>(List.of(), 0, from, most);
            }
        }
        CaseFilter filter =
                new CaseFilter(wanted, organisation, category, state, mark, date, importId, carer, declared);
        ItemPage<CaseView> found = cases.list(filter, actor, from, most);
        return new ItemPage<>(json(found.items()), found.total(), from, most);
    }

    @GetMapping("/{id}")
    CaseJson show(@PathVariable UUID id, Actor actor) {
        return json(List.of(cases.require(id, actor))).get(0);
    }

    /** The case with the person unmasked; the journal keeps who saw her and why. */
    @PostMapping("/{id}/reveal")
    CaseJson reveal(@PathVariable UUID id, @RequestBody(required = false) @Nullable Reason reason, Actor actor) {
        CaseView view = cases.require(id, actor);
        String why = text(reason == null ? null : reason.reason());
        PersonClear person = cases.reveal(id, why, actor, clock.instant());
        return CaseJson.of(view.found(), person, details(List.of(id)).getOrDefault(id, Map.of()), clock.getZone());
    }

    /** Puts a wrongly registered name right; sheets never overwrite one. */
    @PostMapping("/{id}/name")
    CaseJson correctName(@PathVariable UUID id, @RequestBody Name name, Actor actor) {
        cases.correctName(id, text(name.name()), text(name.reason()), actor, clock.instant());
        return show(id, actor);
    }

    private List<CaseJson> json(List<CaseView> views) {
        Map<UUID, Map<String, Object>> known =
                details(views.stream().map(view -> view.found().id()).toList());
        return views.stream()
                .map(view -> CaseJson.of(view, known.getOrDefault(view.found().id(), Map.of()), clock.getZone()))
                .toList();
    }

    /** What each of those who carry the cases on has to tell of them. */
    private Map<UUID, Map<String, Object>> details(List<UUID> ids) {
        Map<UUID, Map<String, Object>> known = new HashMap<>();
        for (CaseDetails source : details) {
            source.of(ids)
                    .forEach((id, fields) ->
                            known.computeIfAbsent(id, one -> new HashMap<>()).putAll(fields));
        }
        return known;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
