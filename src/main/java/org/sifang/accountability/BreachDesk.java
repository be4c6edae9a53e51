package org.sifang.accountability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Ids;
import org.sifang.notice.BreachKind;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.Breaches;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.PartyKind;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Failures reported by hand, by whoever oversees the party; he may not decide on them. */
@Service
public class BreachDesk {

    /** Clocks of people and of the house differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Breaches breaches;
    private final AccountabilityRows rows;
    private final BreachIntake intake;
    private final Organizations organizations;
    private final FoundCases people;
    private final Notices notices;

    BreachDesk(
            Breaches breaches,
            AccountabilityRows rows,
            BreachIntake intake,
            Organizations organizations,
            FoundCases people,
            Notices notices) {
        this.breaches = breaches;
        this.rows = rows;
        this.intake = intake;
        this.organizations = organizations;
        this.people = people;
        this.notices = notices;
    }

    public static boolean mayReport(Actor actor) {
        return actor.isOneOf(Role.OFFICER, Role.LEADER, Role.INSPECTOR, Role.DISCIPLINE, Role.SUPERVISOR);
    }

    /**
     * Keeps it; its case is opened, or joined, as soon as the transaction has committed.
     *
     * @return id of the breach
     */
    @Transactional
    public UUID report(NewBreach said, Actor by, Instant now) {
        by.require(Role.OFFICER, Role.LEADER, Role.INSPECTOR, Role.DISCIPLINE, Role.SUPERVISOR);
        CaseFaults faults = new CaseFaults();
        Optional<PartyKind> kind = party(said.party().strip(), by);
        faults.when(kind.isEmpty(), "party", "fault.accountability.party");
        UUID notice = said.notice();
        faults.when(notice != null && !visible(notice, by), "notice", "fault.accountability.notice");
        Instant at = said.happenedAt();
        faults.when(at == null, "happenedAt", "fault.accountability.happenedAt");
        faults.when(at != null && at.isAfter(now.plus(TOLERANCE)), "happenedAt", "fault.accountability.future");
        faults.when(said.severity() == null, "severity", "fault.accountability.missing");
        faults.text("account", said.account()).raise();
        UUID id = Ids.next();
        breaches.record(List.of(new RecordedBreach(
                id,
                notice,
                kind.orElseThrow(),
                BreachKind.HAND,
                Objects.requireNonNullElse(said.severity(), BreachSeverity.ORDINARY),
                said.party().strip(),
                id,
                Objects.requireNonNullElse(at, now),
                by.username(),
                Objects.requireNonNull(said.account()).strip())));
        return id;
    }

    /** The case a breach became, or joined; empty while it waits to be taken up. */
    public Optional<UUID> caseOf(UUID breach) {
        // Whoever reports wants to see it, and does not wait for the intake's own thread.
        intake.takeUp();
        return rows.caseOf(breach);
    }

    private boolean visible(UUID notice, Actor by) {
        return notices.find(notice.toString(), by).map(NoticeView::issuedAt).isPresent();
    }

    private Optional<PartyKind> party(String party, Actor by) {
        UUID personCase = id(party);
        if (personCase == null) {
            return organizations
                    .find(party)
                    .filter(by.scope()::covers)
                    .filter(one -> !one.code().equals(by.organization()))
                    .map(one -> PartyKind.ORGANIZATION);
        }
        Optional<PersonCase> found = people.find(personCase).filter(one -> FoundCases.inScope(one, by));
        return found.map(one -> PartyKind.INDIVIDUAL);
    }

    private static @Nullable UUID id(String party) {
        try {
            return UUID.fromString(party);
        } catch (IllegalArgumentException code) {
            return null;
        }
    }
}
