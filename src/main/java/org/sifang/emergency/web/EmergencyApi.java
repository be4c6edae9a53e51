package org.sifang.emergency.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.emergency.Emergencies;
import org.sifang.emergency.Emergency;
import org.sifang.emergency.EmergencyFilter;
import org.sifang.emergency.EmergencyState;
import org.sifang.emergency.SiteDesk;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Emergencies, for other systems. */
@RestController
@RequestMapping("/api/v1/emergencies")
class EmergencyApi {

    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;

    private final Emergencies emergencies;
    private final SiteDesk sites;
    private final Notices notices;
    private final Clock clock;

    EmergencyApi(Emergencies emergencies, SiteDesk sites, Notices notices, Clock clock) {
        this.emergencies = emergencies;
        this.sites = sites;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Emergencies, the latest first.
     *
     * @param notice id or number; one that the asker cannot see finds nothing
     * @param organisation code; of a command, its whole area
     */
    @GetMapping
    ItemPage<EmergencyJson> list(
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable EmergencyState state,
            @RequestParam(defaultValue = "false") boolean overdue,
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
        ItemPage<Emergency> found =
                emergencies.list(new EmergencyFilter(wanted, organisation, state, overdue), actor, from, most);
        return new ItemPage<>(
                found.items().stream()
                        .map(one -> EmergencyJson.of(one, List.of(), clock.getZone()))
                        .toList(),
                found.total(),
                from,
                most);
    }

    @GetMapping("/{id}")
    EmergencyJson show(@PathVariable UUID id, Actor actor) {
        Emergency emergency = emergencies.require(id, actor);
        return EmergencyJson.of(emergency, sites.of(id), clock.getZone());
    }
}
