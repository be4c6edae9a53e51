package org.sifang.inspection.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingFilter;
import org.sifang.inspection.FindingSearch;
import org.sifang.inspection.FindingSource;
import org.sifang.inspection.FindingState;
import org.sifang.inspection.Findings;
import org.sifang.inspection.Severity;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Findings, for other systems. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingApi {

    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;

    private final FindingSearch search;
    private final Findings findings;
    private final Notices notices;
    private final Clock clock;

    FindingApi(FindingSearch search, Findings findings, Notices notices, Clock clock) {
        this.search = search;
        this.findings = findings;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Findings, the latest first.
     *
     * @param notice id or number; one that the asker cannot see finds nothing
     * @param organisation code; of a command, its whole area
     */
    @GetMapping
    ItemPage<FindingJson> list(
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable FindingState state,
            @RequestParam(required = false) @Nullable FindingSource source,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(defaultValue = "false") boolean repeated,
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
        ItemPage<Finding> found = search.list(
                new FindingFilter(wanted, organisation, false, state, source, severity, repeated), actor, from, most);
        return new ItemPage<>(
                found.items().stream()
                        .map(one -> FindingJson.of(one, List.of(), clock.getZone()))
                        .toList(),
                found.total(),
                from,
                most);
    }

    @GetMapping("/{id}")
    FindingJson show(@PathVariable UUID id, Actor actor) {
        return FindingJson.of(search.require(id, actor), findings.rounds(id), clock.getZone());
    }
}
