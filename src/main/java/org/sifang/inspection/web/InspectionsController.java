package org.sifang.inspection.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionFilter;
import org.sifang.inspection.InspectionPowers;
import org.sifang.inspection.InspectionState;
import org.sifang.inspection.Inspections;
import org.sifang.inspection.Visit;
import org.sifang.inspection.VisitFilter;
import org.sifang.inspection.VisitState;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists of inspections and of visits, and the numbers above them that open them. */
@Controller
class InspectionsController {

    private static final int SIZE = 50;
    private static final String PLANS = "/inspections";
    private static final String VISITS = "/inspections/visits";

    private final Inspections inspections;
    private final Notices notices;
    private final Organizations organizations;
    private final Wording wording;

    InspectionsController(Inspections inspections, Notices notices, Organizations organizations, Wording wording) {
        this.inspections = inspections;
        this.notices = notices;
        this.organizations = organizations;
        this.wording = wording;
    }

    /** An inspection and what has come of it so far. */
    record Line(
            Inspection inspection,
            String organization,
            @Nullable String notice,
            long made,
            int visits,
            int problems) {}

    /** A visit and the names around it. */
    record VisitLine(
            Visit visit,
            String organization,
            String title,
            String inspectors,
            @Nullable Integer problems) {}

    /** A number above the list, and the list it opens. */
    record Tile(
            String key, long number, String href, @Nullable String tone) {}

    @GetMapping(PLANS)
    String plans(
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable InspectionState state,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        String by = organisation == null || organisation.isBlank() ? null : organisation;
        InspectionFilter filter = new InspectionFilter(notice, by, state);
        ItemPage<Inspection> found = inspections.list(filter, actor, Math.max(page, 0), SIZE);
        model.addAttribute("lines", new ItemPage<>(lines(found.items()), found.total(), found.page(), found.size()));
        model.addAttribute("tiles", planTiles(notice, by, actor));
        model.addAttribute("filters", filters(notice, by));
        model.addAttribute("mayPlan", InspectionPowers.mayPlan(actor, organizations.require(actor.organization())));
        return "inspection/inspections";
    }

    private List<Line> lines(List<Inspection> found) {
        return found.stream()
                .map(one -> {
                    List<Visit> visits = inspections.visits(one.id());
                    int problems = inspections.problems(visits).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    long made = visits.stream()
                            .filter(visit -> visit.state() == VisitState.DONE)
                            .count();
                    return new Line(
                            one,
                            wording.organizationName(one.organization()),
                            one.notice() == null ? null : caption(one.notice()),
                            made,
                            visits.size(),
                            problems);
                })
                .toList();
    }

    private List<Tile> planTiles(@Nullable UUID notice, @Nullable String by, Actor actor) {
        List<Tile> tiles = new java.util.ArrayList<>();
        tiles.add(planTile("all", new InspectionFilter(notice, by, null), null, actor));
        tiles.add(planTile("PLANNED", new InspectionFilter(notice, by, InspectionState.PLANNED), "soon", actor));
        tiles.add(planTile("VISITING", new InspectionFilter(notice, by, InspectionState.VISITING), "soon", actor));
        tiles.add(planTile("REVIEW", new InspectionFilter(notice, by, InspectionState.REVIEW), "late", actor));
        tiles.add(planTile("HANDED_OVER", new InspectionFilter(notice, by, InspectionState.HANDED_OVER), "ok", actor));
        return tiles;
    }

    private Tile planTile(String key, InspectionFilter filter, @Nullable String tone, Actor actor) {
        String href = UriComponentsBuilder.fromPath(PLANS)
                .queryParamIfPresent("notice", Optional.ofNullable(filter.notice()))
                .queryParamIfPresent("organisation", Optional.ofNullable(filter.organization()))
                .queryParamIfPresent("state", Optional.ofNullable(filter.state()))
                .encode()
                .toUriString();
        long number = inspections.count(filter, actor);
        return new Tile(key, number, href, number == 0 ? null : tone);
    }

    @GetMapping(VISITS)
    String visits(
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable VisitState state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        String visited = organisation == null || organisation.isBlank() ? null : organisation;
        VisitFilter filter = new VisitFilter(notice, visited, state, mine, overdue);
        ItemPage<Visit> found = inspections.visits(filter, actor, Math.max(page, 0), SIZE);
        model.addAttribute(
                "lines", new ItemPage<>(visitLines(found.items()), found.total(), found.page(), found.size()));
        model.addAttribute("tiles", visitTiles(notice, visited, actor));
        model.addAttribute("filters", filters(notice, visited));
        return "inspection/visits";
    }

    private List<VisitLine> visitLines(List<Visit> found) {
        Map<UUID, Integer> problems = inspections.problems(found);
        Map<UUID, Inspection> plans =
                inspections
                        .find(found.stream().map(Visit::inspection).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Inspection::id, Function.identity()));
        return found.stream()
                .map(visit -> new VisitLine(
                        visit,
                        wording.organizationName(visit.organization()),
                        Optional.ofNullable(plans.get(visit.inspection()))
                                .map(Inspection::title)
                                .orElse(""),
                        visit.inspectors().stream().map(wording::officerName).collect(Collectors.joining("、")),
                        visit.state() == VisitState.DONE ? problems.getOrDefault(visit.id(), 0) : null))
                .toList();
    }

    private List<Tile> visitTiles(@Nullable UUID notice, @Nullable String visited, Actor actor) {
        return List.of(
                visitTile("all", new VisitFilter(notice, visited, null, false, false), null, actor),
                visitTile("mine", new VisitFilter(notice, visited, null, true, false), null, actor),
                visitTile("PLANNED", new VisitFilter(notice, visited, VisitState.PLANNED, false, false), "soon", actor),
                visitTile("STARTED", new VisitFilter(notice, visited, VisitState.STARTED, false, false), "soon", actor),
                visitTile("DONE", new VisitFilter(notice, visited, VisitState.DONE, false, false), "ok", actor),
                visitTile("overdue", new VisitFilter(notice, visited, null, false, true), "bad", actor));
    }

    private Tile visitTile(String key, VisitFilter filter, @Nullable String tone, Actor actor) {
        String href = UriComponentsBuilder.fromPath(VISITS)
                .queryParamIfPresent("notice", Optional.ofNullable(filter.notice()))
                .queryParamIfPresent("organisation", Optional.ofNullable(filter.organization()))
                .queryParamIfPresent("state", Optional.ofNullable(filter.state()))
                .queryParamIfPresent("mine", filter.mine() ? Optional.of("true") : Optional.empty())
                .queryParamIfPresent("overdue", filter.overdue() ? Optional.of("true") : Optional.empty())
                .encode()
                .toUriString();
        long number = inspections.count(filter, actor);
        return new Tile(key, number, href, number == 0 ? null : tone);
    }

    private Map<String, String> filters(@Nullable UUID notice, @Nullable String organisation) {
        Map<String, String> filters = new LinkedHashMap<>();
        if (organisation != null) {
            filters.put("organisation", wording.organizationName(organisation));
        }
        if (notice != null) {
            filters.put("notice", caption(notice));
        }
        return filters;
    }

    private String caption(UUID notice) {
        return notices.find(notice).map(NoticeView::caption).orElse("");
    }
}
