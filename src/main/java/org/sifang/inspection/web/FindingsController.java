package org.sifang.inspection.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingFilter;
import org.sifang.inspection.FindingPowers;
import org.sifang.inspection.FindingSearch;
import org.sifang.inspection.FindingSource;
import org.sifang.inspection.FindingState;
import org.sifang.inspection.FindingTally;
import org.sifang.inspection.Findings;
import org.sifang.inspection.Severity;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Standings;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The board of findings: how many stand where, and which. */
@Controller
class FindingsController {

    static final String PATH = "/inspections/findings";
    private static final int SIZE = 50;
    private static final int NOTICES = 50;

    private final FindingSearch search;
    private final Findings findings;
    private final FindingPowers powers;
    private final Notices notices;
    private final Standings standings;
    private final Wording wording;

    FindingsController(
            FindingSearch search,
            Findings findings,
            FindingPowers powers,
            Notices notices,
            Standings standings,
            Wording wording) {
        this.search = search;
        this.findings = findings;
        this.powers = powers;
        this.notices = notices;
        this.standings = standings;
        this.wording = wording;
    }

    /**
     * A finding and the names around it.
     *
     * @param dueAt by when the next step has to be done
     */
    record Line(
            Finding finding,
            @Nullable Instant dueAt,
            String organization,
            String orderer,
            @Nullable String notice,
            boolean suspended) {}

    /** A number above the list, and the list it opens. */
    record Tile(
            String key, long number, String href, @Nullable String tone) {}

    @GetMapping(PATH)
    String list(
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(defaultValue = "false") boolean exact,
            @RequestParam(required = false) @Nullable FindingState state,
            @RequestParam(required = false) @Nullable FindingSource source,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(defaultValue = "false") boolean repeated,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        String area = organisation == null || organisation.isBlank() ? null : organisation;
        FindingFilter filter = new FindingFilter(notice, area, exact, state, source, severity, repeated);
        ItemPage<Finding> found = search.list(filter, actor, Math.max(page, 0), SIZE);
        FindingTally tally = search.tally(filter, actor);
        model.addAttribute("lines", new ItemPage<>(lines(found.items()), found.total(), found.page(), found.size()));
        model.addAttribute("tally", tally);
        model.addAttribute("tiles", tiles(filter, tally));
        model.addAttribute("filter", filter);
        model.addAttribute("filters", filters(filter));
        model.addAttribute(
                "notices",
                notices.list(actor, NoticeState.ISSUED, null, 0, NOTICES).items());
        model.addAttribute("sources", FindingSource.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("mayRecord", powers.mayRecord(actor));
        return "inspection/findings";
    }

    private List<Line> lines(List<Finding> found) {
        Map<UUID, String> captions = new LinkedHashMap<>();
        return found.stream()
                .map(one -> new Line(
                        one,
                        findings.nextDueAt(one),
                        wording.organizationName(one.organization()),
                        wording.organizationName(one.orderer()),
                        one.notice() == null
                                ? null
                                : captions.computeIfAbsent(
                                        one.notice(),
                                        id -> notices.find(id)
                                                .map(NoticeView::caption)
                                                .orElse("")),
                        standings.isSuspended(one.organization())))
                .toList();
    }

    private Map<String, String> filters(FindingFilter filter) {
        Map<String, String> words = new LinkedHashMap<>();
        if (filter.organization() != null) {
            words.put("organisation", wording.organizationName(filter.organization()));
        }
        return words;
    }

    private static List<Tile> tiles(FindingFilter filter, FindingTally tally) {
        FindingFilter any = filter.in(null).repeated(false);
        return Stream.concat(
                        Stream.of(new Tile("all", tally.all(), href(any), null)),
                        Stream.concat(
                                Stream.of(FindingState.values())
                                        .map(state -> new Tile(
                                                state.name(),
                                                tally.of(state),
                                                href(any.in(state)),
                                                tally.of(state) == 0 ? null : tone(state))),
                                Stream.of(new Tile("repeated", tally.repeated(), href(any.repeated(true)), null))))
                .toList();
    }

    private static @Nullable String tone(FindingState state) {
        return switch (state) {
            case OVERDUE -> "bad";
            case OPEN -> "late";
            case ORDERED, EVIDENCE, RECHECK -> "soon";
            case CLOSED -> "ok";
        };
    }

    private static String href(FindingFilter filter) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParamIfPresent("notice", Optional.ofNullable(filter.notice()))
                .queryParamIfPresent("organisation", Optional.ofNullable(filter.organization()))
                .queryParamIfPresent("exact", filter.exact() ? Optional.of("true") : Optional.empty())
                .queryParamIfPresent("source", Optional.ofNullable(filter.source()))
                .queryParamIfPresent("severity", Optional.ofNullable(filter.severity()))
                .queryParamIfPresent("state", Optional.ofNullable(filter.state()))
                .queryParamIfPresent("repeated", filter.repeated() ? Optional.of("true") : Optional.empty())
                .encode()
                .toUriString();
    }
}
