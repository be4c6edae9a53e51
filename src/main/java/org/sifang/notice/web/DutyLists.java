package org.sifang.notice.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.DutyFilter.Tally;
import org.sifang.notice.DutyState;
import org.sifang.notice.InnerDeadlines;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.Obligation;
import org.sifang.notice.Timeliness;
import org.sifang.organization.Actor;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;

/** Puts together what the list of duties shows. */
@Component
class DutyLists {

    private static final int SIZE = 50;
    /** Notices offered as a filter: those in force, the latest first. */
    private static final int NOTICES = 100;

    private final Duties duties;
    private final Notices notices;
    private final InnerDeadlines inner;
    private final Officers officers;
    private final Wording wording;

    DutyLists(Duties duties, Notices notices, InnerDeadlines inner, Officers officers, Wording wording) {
        this.duties = duties;
        this.notices = notices;
        this.inner = inner;
        this.officers = officers;
        this.wording = wording;
    }

    /** @param responsible name of who answers for it */
    record Row(Duty duty, String notice, @Nullable String responsible) {}

    /** A count that opens its list; one that is shown just now leads back to all. */
    record Tile(Tally tally, long number, String href, boolean here) {}

    void fill(DutyQuery query, Actor actor, ModelMap model) {
        Optional<NoticeView> chosen =
                Optional.ofNullable(Words.given(query.notice())).flatMap(notice -> notices.find(notice, actor));
        // A notice he may not see has no duties for him either.
        boolean unknown = Words.given(query.notice()) != null && chosen.isEmpty();
        DutyFilter filter = query.filter(
                unknown ? new UUID(0, 0) : chosen.map(NoticeView::id).orElse(null));
        ItemPage<Duty> found = duties.urgent(actor, filter, query.from(), SIZE);
        model.addAttribute("query", query);
        model.addAttribute("tiles", tiles(duties.tallies(actor, filter), query));
        model.addAttribute("duties", rows(found));
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("notices", offered(actor, chosen));
        model.addAttribute(
                "obligations",
                chosen.map(notice -> notice.definition().obligations()).orElse(List.<Obligation>of()));
        model.addAttribute("states", DutyState.values());
        model.addAttribute("timelinesses", Timeliness.values());
        model.addAttribute("filters", filters(query));
        model.addAttribute("inner", inner.open(actor));
    }

    private static List<Tile> tiles(Map<Tally, Long> tallies, DutyQuery query) {
        List<Tile> tiles = new ArrayList<>();
        tallies.forEach((tally, number) -> {
            boolean here = tally == query.counted();
            tiles.add(new Tile(tally, number, query.href(here ? null : tally), here));
        });
        return tiles;
    }

    private ItemPage<Row> rows(ItemPage<Duty> found) {
        Map<UUID, String> captions = found.items().stream()
                .map(Duty::notice)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> notices.require(id).caption()));
        Map<String, String> names = officers
                .findAll(found.items().stream()
                        .map(Duty::responsible)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Officer::username, Officer::name));
        return new ItemPage<>(
                found.items().stream()
                        .map(duty -> new Row(
                                duty,
                                captions.getOrDefault(duty.notice(), ""),
                                duty.responsible() == null ? null : names.get(duty.responsible())))
                        .toList(),
                found.total(),
                found.page(),
                found.size());
    }

    private List<NoticeView> offered(Actor actor, Optional<NoticeView> chosen) {
        List<NoticeView> offered = new ArrayList<>(
                notices.list(actor, NoticeState.ISSUED, null, 0, NOTICES).items());
        chosen.filter(notice -> offered.stream().noneMatch(one -> one.id().equals(notice.id())))
                .ifPresent(offered::add);
        return offered;
    }

    /** The filter that has no field of its own on the page, in words. */
    private Map<String, String> filters(DutyQuery query) {
        Map<String, String> filters = new LinkedHashMap<>();
        String organisation = Words.given(query.organisation());
        if (organisation != null) {
            filters.put("organisation", wording.organizationName(organisation));
        }
        return filters;
    }
}
