package org.sifang.isolation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.screening.CaseState;
import org.sifang.screening.CasesHandedOver;
import org.sifang.screening.CasesMoved;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets checks and visits follow the cases, in the transaction that moves them and at its end, when everything about them
 * is written: who comes into isolation is asked after on the same day, who leaves it no longer.
 */
@Component
class CheckFollowing {

    private final CheckRounds rounds;
    private final CheckDays days;
    private final CheckOpening opening;
    private final DailyCheckRows checks;
    private final FollowUpVisits visits;
    private final FoundCases cases;
    private final Clock clock;

    CheckFollowing(
            CheckRounds rounds,
            CheckDays days,
            CheckOpening opening,
            DailyCheckRows checks,
            FollowUpVisits visits,
            FoundCases cases,
            Clock clock) {
        this.rounds = rounds;
        this.days = days;
        this.opening = opening;
        this.checks = checks;
        this.visits = visits;
        this.cases = cases;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void follow(CasesMoved moved) {
        if (CheckOpening.ISOLATED.contains(moved.to())) {
            check(moved.cases());
        } else if (moved.to() != CaseState.FOUND && moved.to() != CaseState.ORDERED) {
            checks.drop(moved.cases());
        }
        if (moved.to() == CaseState.FOLLOW_UP) {
            visits.plan(moved.cases(), clock.instant());
        } else {
            visits.drop(moved.cases());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void follow(CasesHandedOver handed) {
        checks.handOver(cases.find(handed.cases()));
    }

    private void check(Set<UUID> ids) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Map<UUID, Set<UUID>> byNotice = cases.find(ids).stream()
                .collect(Collectors.groupingBy(
                        PersonCase::notice, Collectors.mapping(PersonCase::id, Collectors.toSet())));
        byNotice.forEach((notice, group) -> {
            days.begin(notice);
            rounds.find(notice, today)
                    .filter(round -> round.state() == CheckRound.State.OPEN)
                    .filter(round -> clock.instant().isBefore(round.cutOffAt()))
                    .ifPresent(round -> rounds.opened(round.id(), opening.open(round, group)));
        });
    }
}
