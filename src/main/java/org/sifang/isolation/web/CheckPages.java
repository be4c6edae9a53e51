package org.sifang.isolation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.CheckFilter;
import org.sifang.isolation.CheckFilter.Listing;
import org.sifang.isolation.CheckSearch;
import org.sifang.isolation.CheckTally;
import org.sifang.isolation.DailyCheck;
import org.sifang.isolation.Leave;
import org.sifang.isolation.Symptom;
import org.sifang.isolation.VisitTally;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a day's checks: for who looks after people their names, for the levels above the numbers by community. */
@Component
class CheckPages {

    private static final String PATH = "/checks";
    private static final int PEOPLE = 200;
    private static final int DONE = 100;

    private final CheckSearch search;
    private final CheckLines lines;
    private final Organizations organizations;
    private final Notices notices;
    private final Wording wording;
    private final Clock clock;

    CheckPages(
            CheckSearch search,
            CheckLines lines,
            Organizations organizations,
            Notices notices,
            Wording wording,
            Clock clock) {
        this.search = search;
        this.lines = lines;
        this.organizations = organizations;
        this.notices = notices;
        this.wording = wording;
        this.clock = clock;
    }

    /** One community, or one county, in the table of the levels above. */
    record Row(CheckQuery query, String code, String name, CheckTally checks, VisitTally visits) {

        public String href() {
            return PATH + query.address(code, null);
        }

        /** @param list name of the list behind a number */
        public String to(String list) {
            return PATH + query.address(code, list);
        }
    }

    /** A number that opens its list. */
    record Tile(
            String href, long number, String key, @Nullable String tone) {}

    void fill(CheckQuery query, Actor reader, Model model, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        CheckFilter filter = query.filter(today);
        model.addAttribute("query", query);
        model.addAttribute("address", query.address());
        model.addAttribute("day", filter.day());
        model.addAttribute("dayWords", wording.of(filter.day().toString(), locale));
        model.addAttribute("isToday", filter.day().equals(today));
        CheckTally tally = search.tally(filter, reader);
        VisitTally visitTally = search.visitTally(filter, reader);
        model.addAttribute("tally", tally);
        model.addAttribute("visitTally", visitTally);
        model.addAttribute("tiles", tiles(query, filter, tally, visitTally));
        model.addAttribute("outcomes", List.of("PRESENT", "AWAY", "ABSENT", "NOT_REACHED"));
        model.addAttribute("filters", filters(filter, query, locale, reader));
        model.addAttribute("symptoms", Symptom.values());
        model.addAttribute("leaves", Leave.values());
        boolean named = named(filter, query, reader);
        model.addAttribute("named", named);
        if (named) {
            people(filter, query, reader, model, locale);
        } else {
            model.addAttribute("rows", rows(query, filter, reader));
            model.addAttribute("byCounty", byCounty(filter, reader));
        }
    }

    /** Whether people are listed, and not numbers of communities. */
    private boolean named(CheckFilter filter, CheckQuery query, Actor reader) {
        if (filter.listing() != null || query.visitsOnly()) {
            return true;
        }
        String code = filter.organisation() == null ? reader.organization() : filter.organisation();
        return organizations
                .find(code)
                .map(known ->
                        known.kind() == OrganizationKind.COMMUNITY && known.level() == OrganizationLevel.COMMUNITY)
                .orElse(false);
    }

    private void people(CheckFilter filter, CheckQuery query, Actor reader, Model model, Locale locale) {
        Listing listing = filter.listing();
        boolean checks = !query.visitsOnly();
        if (checks && listing != Listing.DONE) {
            CheckFilter wanted = listing == null ? filter.of(Listing.OPEN) : filter;
            List<DailyCheck> open = search.list(wanted, reader, query.at() * PEOPLE, PEOPLE);
            model.addAttribute("households", lines.households(open, reader));
            model.addAttribute("further", open.size() == PEOPLE ? query.at() + 1 : null);
        }
        if (checks && (listing == null || listing == Listing.DONE)) {
            int most = listing == null ? DONE : PEOPLE;
            int offset = listing == null ? 0 : query.at() * PEOPLE;
            List<DailyCheck> done = search.list(filter.of(Listing.DONE), reader, offset, most);
            model.addAttribute("done", lines.lines(done, reader));
            model.addAttribute("moreDone", done.size() == most);
        }
        if (listing == null) {
            model.addAttribute("visits", lines.visits(search.visits(filter, reader, PEOPLE), reader, locale));
        }
    }

    private static List<Tile> tiles(CheckQuery query, CheckFilter filter, CheckTally checks, VisitTally visits) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(query, filter, "OPEN", checks.open(), "soon"));
        tiles.add(tile(query, filter, "DONE", checks.done(), "ok"));
        tiles.add(tile(query, filter, "SYMPTOMS", checks.symptoms(), "late"));
        tiles.add(tile(query, filter, "ABSENT", checks.absent(), "bad"));
        if (checks.missed() + checks.notReached() > 0) {
            tiles.add(tile(query, filter, "MISSED", checks.missed(), "bad"));
            tiles.add(tile(query, filter, "NOT_REACHED", checks.notReached(), "bad"));
        }
        tiles.add(tile(query, filter, CheckQuery.VISITS, visits.open(), visits.overdue() > 0 ? "bad" : "soon"));
        return tiles;
    }

    private static Tile tile(CheckQuery query, CheckFilter filter, String key, long number, String tone) {
        return new Tile(PATH + query.address(filter.organisation(), key), number, key, number == 0 ? "zero" : tone);
    }

    private boolean byCounty(CheckFilter filter, Actor reader) {
        String code = filter.organisation() == null ? reader.organization() : filter.organisation();
        return organizations
                .find(code)
                .map(known -> known.level() == OrganizationLevel.CITY)
                .orElse(false);
    }

    private List<Row> rows(CheckQuery query, CheckFilter filter, Actor reader) {
        boolean counties = byCounty(filter, reader);
        List<CheckTally> checks = counties ? search.byCounty(filter, reader) : search.byCarer(filter, reader);
        Map<String, VisitTally> visits =
                counties ? search.visitsByCounty(filter, reader) : search.visitsByCarer(filter, reader);
        List<Row> rows = new ArrayList<>();
        Set<String> left = new TreeSet<>(visits.keySet());
        for (CheckTally one : checks) {
            rows.add(row(query, one, visits.get(one.group())));
            left.remove(one.group());
        }
        left.forEach(code -> rows.add(row(query, new CheckTally(code, 0, 0, 0, 0, 0, 0, 0), visits.get(code))));
        return rows;
    }

    private Row row(CheckQuery query, CheckTally checks, @Nullable VisitTally visits) {
        String code = checks.group();
        return new Row(
                query,
                code,
                organizations.find(code).map(Organization::name).orElse(code),
                checks,
                visits == null ? new VisitTally(code, 0, 0, 0) : visits);
    }

    private Map<String, String> filters(CheckFilter filter, CheckQuery query, Locale locale, Actor reader) {
        Map<String, String> words = new LinkedHashMap<>();
        String organisation = filter.organisation();
        if (organisation != null) {
            words.put("organisation", wording.organizationName(organisation));
        }
        UUID notice = filter.notice();
        if (notice != null) {
            words.put(
                    "notice",
                    notices.find(notice.toString(), reader)
                            .map(NoticeView::caption)
                            .orElse(""));
        }
        if (filter.listing() != null) {
            words.put("list", wording.of("@check.list." + filter.listing(), locale));
        } else if (query.visitsOnly()) {
            words.put("list", wording.of("@check.list.VISITS", locale));
        }
        return words;
    }
}
