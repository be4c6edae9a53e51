package org.sifang.accountability.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.AccountabilityCase;
import org.sifang.accountability.AccountabilityCases;
import org.sifang.accountability.AccountabilityFilter;
import org.sifang.accountability.BreachDesk;
import org.sifang.accountability.CaseNames;
import org.sifang.accountability.CaseState;
import org.sifang.accountability.IncidentDesk;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of cases, and the numbers above it that open it. */
@Controller
class AccountabilityListController {

    private static final int SIZE = 50;

    private final AccountabilityCases cases;
    private final CaseNames names;
    private final Notices notices;
    private final Wording wording;
    private final IncidentDesk incidents;

    AccountabilityListController(
            AccountabilityCases cases, CaseNames names, Notices notices, Wording wording, IncidentDesk incidents) {
        this.cases = cases;
        this.names = names;
        this.notices = notices;
        this.wording = wording;
        this.incidents = incidents;
    }

    /** A case and the names around it. */
    record Line(AccountabilityCase one, String party, String notice, String authority) {}

    /** A number above the list, and the list it opens. */
    record Tile(
            String label,
            long number,
            String href,
            @Nullable String tone) {}

    @GetMapping("/accountability")
    String list(
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        String whose = party == null || party.isBlank() ? null : party;
        AccountabilityFilter filter = new AccountabilityFilter(notice, whose, state, overdue);
        ItemPage<AccountabilityCase> found = cases.list(filter, actor, Math.max(page, 0), SIZE);
        model.addAttribute("lines", new ItemPage<>(lines(found.items()), found.total(), found.page(), found.size()));
        model.addAttribute("tiles", tiles(notice, whose, actor));
        model.addAttribute("mayReport", BreachDesk.mayReport(actor));
        model.addAttribute("filters", filters(notice, whose, actor));
        model.addAttribute("failed", incidents.list(actor));
        return "accountability/list";
    }

    private Map<String, String> filters(@Nullable UUID notice, @Nullable String party, Actor actor) {
        Map<String, String> filters = new LinkedHashMap<>();
        if (party != null) {
            filters.put("party", wording.organizationName(party));
        }
        if (notice != null) {
            filters.put(
                    "notice",
                    notices.find(notice.toString(), actor)
                            .map(NoticeView::caption)
                            .orElse("—"));
        }
        return filters;
    }

    private List<Line> lines(List<AccountabilityCase> found) {
        Map<UUID, String> parties = names.parties(found);
        return found.stream()
                .map(one -> new Line(
                        one,
                        parties.getOrDefault(one.id(), ""),
                        names.notice(one),
                        wording.organizationName(one.authority())))
                .toList();
    }

    private List<Tile> tiles(@Nullable UUID notice, @Nullable String party, Actor actor) {
        AccountabilityFilter all = new AccountabilityFilter(notice, party, null, false);
        Map<CaseState, Long> counts = cases.counts(all, actor);
        List<Tile> tiles = new ArrayList<>();
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        tiles.add(new Tile("accountability.tile.all", total, href(all), null));
        for (CaseState state : CaseState.values()) {
            long number = counts.getOrDefault(state, 0L);
            AccountabilityFilter filter = new AccountabilityFilter(notice, party, state, false);
            tiles.add(
                    new Tile("accountability.state." + state, number, href(filter), number == 0 ? null : tone(state)));
        }
        AccountabilityFilter late = new AccountabilityFilter(notice, party, null, true);
        long overdue = cases.count(late, actor);
        tiles.add(new Tile("accountability.tile.overdue", overdue, href(late), overdue == 0 ? null : "bad"));
        return tiles;
    }

    private static String tone(CaseState state) {
        return switch (state) {
            case OPEN, NOTIFIED, HEARD, ASSESSED, DECIDED -> "soon";
            case IN_EXECUTION, APPEALED -> "late";
            case CLOSED -> "ok";
            case DISMISSED -> "zero";
        };
    }

    private static String href(AccountabilityFilter filter) {
        return UriComponentsBuilder.fromPath("/accountability")
                .queryParamIfPresent("notice", Optional.ofNullable(filter.notice()))
                .queryParamIfPresent("party", Optional.ofNullable(filter.party()))
                .queryParamIfPresent("state", Optional.ofNullable(filter.state()))
                .queryParamIfPresent("overdue", filter.overdue() ? Optional.of("true") : Optional.empty())
                .encode()
                .toUriString();
    }
}
