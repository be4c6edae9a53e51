package org.sifang.emergency.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.emergency.Emergencies;
import org.sifang.emergency.Emergency;
import org.sifang.emergency.EmergencyFilter;
import org.sifang.emergency.EmergencyState;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of emergencies, and the numbers above it that open it. */
@Controller
class EmergenciesController {

    private static final int SIZE = 50;

    private final Emergencies emergencies;
    private final FoundCases cases;
    private final People people;
    private final Notices notices;
    private final Wording wording;

    EmergenciesController(Emergencies emergencies, FoundCases cases, People people, Notices notices, Wording wording) {
        this.emergencies = emergencies;
        this.cases = cases;
        this.people = people;
        this.notices = notices;
        this.wording = wording;
    }

    /** An emergency and the names around it. */
    record Line(Emergency emergency, String person, String notice, String organization) {}

    /** A number above the list, and the list it opens. */
    record Tile(
            String key, long number, String href, @Nullable String tone) {}

    @GetMapping("/emergencies")
    String list(
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable EmergencyState state,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        String area = organisation == null || organisation.isBlank() ? null : organisation;
        EmergencyFilter filter = new EmergencyFilter(notice, area, state, overdue);
        ItemPage<Emergency> found = emergencies.list(filter, actor, Math.max(page, 0), SIZE);
        model.addAttribute("lines", new ItemPage<>(lines(found.items()), found.total(), found.page(), found.size()));
        model.addAttribute("tiles", tiles(notice, area, actor));
        Map<String, String> filters = new LinkedHashMap<>();
        if (area != null) {
            filters.put("organisation", wording.organizationName(area));
        }
        if (notice != null) {
            filters.put("notice", notices.find(notice).map(NoticeView::caption).orElse(""));
        }
        model.addAttribute("filters", filters);
        return "emergency/emergencies";
    }

    private List<Line> lines(List<Emergency> found) {
        Map<UUID, UUID> persons = cases
                .find(found.stream().map(Emergency::personCase).toList())
                .stream()
                .collect(Collectors.toMap(PersonCase::id, PersonCase::person));
        Map<UUID, PersonMasked> masked = people.masked(persons.values());
        return found.stream()
                .map(one -> new Line(
                        one,
                        Optional.ofNullable(persons.get(one.personCase()))
                                .map(masked::get)
                                .map(PersonMasked::name)
                                .orElse(""),
                        notices.find(one.notice()).map(NoticeView::caption).orElse(""),
                        wording.organizationName(one.organization())))
                .toList();
    }

    private List<Tile> tiles(@Nullable UUID notice, @Nullable String area, Actor actor) {
        return List.of(
                tile("all", new EmergencyFilter(notice, area, null, false), null, actor),
                tile("open", new EmergencyFilter(notice, area, EmergencyState.OPEN, false), "soon", actor),
                tile("overdue", new EmergencyFilter(notice, area, null, true), "bad", actor),
                tile("done", new EmergencyFilter(notice, area, EmergencyState.DONE, false), "ok", actor),
                tile("stoodDown", new EmergencyFilter(notice, area, EmergencyState.STOOD_DOWN, false), "zero", actor));
    }

    private Tile tile(String key, EmergencyFilter filter, @Nullable String tone, Actor actor) {
        String href = UriComponentsBuilder.fromPath("/emergencies")
                .queryParamIfPresent("notice", Optional.ofNullable(filter.notice()))
                .queryParamIfPresent("organisation", Optional.ofNullable(filter.organization()))
                .queryParamIfPresent("state", Optional.ofNullable(filter.state()))
                .queryParamIfPresent("overdue", filter.overdue() ? Optional.of("true") : Optional.empty())
                .encode()
                .toUriString();
        long number = emergencies.count(filter, actor);
        return new Tile(key, number, href, number == 0 ? null : tone);
    }
}
