package org.sifang.inspection.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Draws;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionFilter;
import org.sifang.inspection.InspectionState;
import org.sifang.inspection.Inspections;
import org.sifang.inspection.VisitDesk;
import org.sifang.inspection.VisitDesk.Said;
import org.sifang.inspection.web.InspectionJson.RepetitionJson;
import org.sifang.inspection.web.InspectionJson.VisitJson;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Inspections, their draws and visits, for other systems. */
@RestController
@RequestMapping("/api/v1/inspections")
class InspectionApi {

    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;

    private final Inspections inspections;
    private final Draws draws;
    private final VisitDesk desk;
    private final Notices notices;
    private final Clock clock;

    InspectionApi(Inspections inspections, Draws draws, VisitDesk desk, Notices notices, Clock clock) {
        this.inspections = inspections;
        this.draws = draws;
        this.desk = desk;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Inspections, the latest first.
     *
     * @param notice id or number; one that the asker cannot see finds nothing
     * @param organisation code of the organisation that carries them out
     */
    @GetMapping
    ItemPage<InspectionJson> list(
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable InspectionState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        int from = Math.min(Math.max(page, 0), LAST_PAGE);
        int most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        UUID wanted = null;
        if (notice != null) {
            Optional<NoticeView> known = notices.find(notice, actor);
            if (known.isEmpty()) {
                return new ItemPage<>(List.of(), 0, from, most);
            }
            wanted = known.get().id();
        }
        ItemPage<Inspection> found =
                inspections.list(new InspectionFilter(wanted, organisation, state), actor, from, most);
        return new ItemPage<>(
                found.items().stream()
                        .map(one -> InspectionJson.of(one, List.of(), clock.getZone()))
                        .toList(),
                found.total(),
                from,
                most);
    }

    @GetMapping("/{id}")
    InspectionJson show(@PathVariable UUID id, Actor actor) {
        Inspection one = inspections.require(id, actor);
        return InspectionJson.of(one, inspections.visits(id), clock.getZone());
    }

    /** Draws once more from what the journal says. */
    @GetMapping("/{id}/draws/{draw}/repetition")
    RepetitionJson repeat(@PathVariable UUID id, @PathVariable UUID draw, Actor actor) {
        inspections.require(id, actor);
        return draws.repeat(id, draw)
                .map(RepetitionJson::of)
                .orElseThrow(() -> new NotFoundException("inspection.draw"));
    }

    @GetMapping("/visits/{id}")
    VisitJson visit(@PathVariable UUID id, Actor actor) {
        return VisitJson.of(inspections.requireVisit(id, actor), clock.getZone());
    }

    /**
     * What an inspector's own device sends.
     *
     * @param answers by item code
     * @param finish whether the visit is over with it
     */
    record Result(
            @Nullable Map<String, Said> answers,
            @Nullable String receivedBy,
            @Nullable String remark,
            boolean finish) {}

    /** Keeps what was found, for one of the visit's inspectors; the first word begins the visit. */
    @PostMapping("/visits/{id}/result")
    VisitJson keep(@PathVariable UUID id, @RequestBody Result result, Actor actor) {
        inspections.requireVisit(id, actor);
        Instant now = clock.instant();
        desk.answer(id, result.answers() == null ? Map.of() : result.answers(), actor, now);
        if (result.finish()) {
            desk.finish(id, result.receivedBy(), result.remark(), actor, now);
        }
        return visit(id, actor);
    }
}
