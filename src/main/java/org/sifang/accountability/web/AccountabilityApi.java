package org.sifang.accountability.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.AccountabilityCase;
import org.sifang.accountability.AccountabilityCases;
import org.sifang.accountability.AccountabilityFilter;
import org.sifang.accountability.CaseState;
import org.sifang.accountability.HearingKind;
import org.sifang.accountability.MeasureKind;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.BreachKind;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.PartyKind;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, for other systems. */
@RestController
@RequestMapping("/api/v1/accountability-cases")
class AccountabilityApi {

    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;

    private final AccountabilityCases cases;
    private final Notices notices;
    private final Clock clock;

    AccountabilityApi(AccountabilityCases cases, Notices notices, Clock clock) {
        this.cases = cases;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param party code of an organisation; of an individual the id of her case
     * @param breaches how many
     * @param measure the one decided on; null before a decision and where nobody is held to account
     */
    record CaseJson(
            UUID id,
            @Nullable UUID notice,
            String party,
            CaseState state,
            OffsetDateTime openedAt,
            int breaches,
            @Nullable MeasureKind measure) {}

    /** One failure. */
    record BreachJson(
            UUID id,
            BreachKind kind,
            BreachSeverity severity,
            UUID subject,
            OffsetDateTime at,
            @Nullable String reportedBy) {}

    /**
     * One case whole.
     *
     * @param organisation who speaks for the party
     * @param dueAt the clock that runs now
     */
    record WholeCaseJson(
            UUID id,
            @Nullable UUID notice,
            PartyKind partyKind,
            String party,
            String organisation,
            String authority,
            CaseState state,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime statementDueAt,
            @Nullable HearingKind hearing,
            @Nullable MeasureKind proposed,
            @Nullable String basis,
            @Nullable MeasureKind measure,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable OffsetDateTime appealUntil,
            @Nullable OffsetDateTime closedAt,
            List<BreachJson> breaches) {}

    /**
     * Cases, the latest first.
     *
     * @param notice id or number; one that the asker cannot see finds nothing
     */
    @GetMapping
    ItemPage<CaseJson> list(
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable CaseState state,
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
        ItemPage<AccountabilityCase> found =
                cases.list(new AccountabilityFilter(wanted, party, state, false), actor, from, most);
        return new ItemPage<>(found.items().stream().map(this::json).toList(), found.total(), from, most);
    }

    @GetMapping("/{id}")
    WholeCaseJson show(@PathVariable UUID id, Actor actor) {
        AccountabilityCase one = cases.require(id, actor);
        return new WholeCaseJson(
                one.id(),
                one.notice(),
                one.partyKind(),
                one.party(),
                one.organization(),
                one.authority(),
                one.state(),
                offset(one.openedAt()),
                at(one.dueAt()),
                at(one.statementDueAt()),
                one.hearing() == null ? null : one.hearing().kind(),
                one.assessment() == null ? null : one.assessment().proposed(),
                one.assessment() == null ? null : one.assessment().basis(),
                one.measure(),
                one.ruling() == null ? null : one.ruling().by(),
                one.ruling() == null ? null : at(one.ruling().at()),
                one.execution() == null ? null : at(one.execution().appealUntil()),
                at(one.closedAt()),
                cases.breaches(id).stream().map(this::json).toList());
    }

    private CaseJson json(AccountabilityCase one) {
        return new CaseJson(
                one.id(),
                one.notice(),
                one.party(),
                one.state(),
                offset(one.openedAt()),
                one.breaches(),
                one.measure());
    }

    private BreachJson json(RecordedBreach breach) {
        return new BreachJson(
                breach.id(),
                breach.kind(),
                breach.severity(),
                breach.subject(),
                offset(breach.at()),
                breach.reportedBy());
    }

    private OffsetDateTime offset(Instant at) {
        ZoneId zone = clock.getZone();
        return at.atZone(zone).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime at(@Nullable Instant at) {
        return at == null ? null : offset(at);
    }
}
