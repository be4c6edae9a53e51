package org.sifang.isolation.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.CheckFilter;
import org.sifang.isolation.CheckFilter.Listing;
import org.sifang.isolation.CheckSearch;
import org.sifang.isolation.DailyCheckDesk;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The daily checks of people in isolation, for other systems. */
@RestController
@RequestMapping("/api/v1/checks")
class CheckApi {

    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 100_000;

    private final CheckSearch search;
    private final DailyCheckDesk desk;
    private final Notices notices;
    private final Clock clock;

    CheckApi(CheckSearch search, DailyCheckDesk desk, Notices notices, Clock clock) {
        this.search = search;
        this.desk = desk;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param outcome {@code PRESENT}, {@code AWAY} with permission, {@code ABSENT} without it, or {@code NOT_REACHED}
     * @param temperature in °C with one digit behind the point
     * @param leave for what she is away: {@code MEDICAL}, {@code TEST}, {@code TRANSFER} or {@code APPROVED}
     */
    record Answer(
            @Nullable String outcome,
            @Nullable BigDecimal temperature,
            @Nullable List<String> symptoms,
            @Nullable String leave) {}

    /**
     * Checks of one day, households together.
     *
     * @param date the day; today when none is named
     * @param notice id or number; one that the asker cannot see finds nobody
     * @param organisation code; of a command its whole area, else whom it looks after or registered
     * @param list only one of the lists behind the numbers of the page
     */
    @GetMapping
    ItemPage<CheckJson> list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable Listing list,
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
        LocalDate day = date == null ? LocalDate.ofInstant(clock.instant(), clock.getZone()) : date;
        CheckFilter filter = new CheckFilter(day, wanted, organisation, list);
        return new ItemPage<>(
                search.list(filter, actor, from * most, most).stream()
                        .map(check -> CheckJson.of(check, clock.getZone()))
                        .toList(),
                search.count(filter, actor),
                from,
                most);
    }

    /** Takes the answer for one person, as long as the day is not closed; a later one replaces it. */
    @PostMapping("/{id}")
    CheckJson answer(@PathVariable UUID id, @RequestBody Answer answer, Actor actor) {
        BigDecimal degrees = answer.temperature();
        CheckForm form = new CheckForm(
                answer.outcome(), degrees == null ? null : degrees.toPlainString(), answer.symptoms(), answer.leave());
        return CheckJson.of(desk.answer(id, form.toAnswer(), actor, clock.instant()), clock.getZone());
    }
}
