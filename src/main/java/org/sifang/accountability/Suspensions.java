package org.sifang.accountability;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Standing;
import org.sifang.organization.Standings;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suspensions that rest on a case, and their end. */
@Service
public class Suspensions {

    private final AccountabilityRows rows;
    private final Standings standings;
    private final Powers powers;
    private final CaseNews news;

    Suspensions(AccountabilityRows rows, Standings standings, Powers powers, CaseNews news) {
        this.rows = rows;
        this.standings = standings;
        this.powers = powers;
        this.news = news;
    }

    /** The suspension that lasts because of this case. */
    public Optional<Standing> standing(AccountabilityCase one) {
        return one.individual()
                ? Optional.empty()
                : standings.history(one.organization()).stream()
                        .filter(Standing::open)
                        .filter(standing -> one.id().equals(standing.basis()))
                        .findFirst();
    }

    /** A leader of the authority lets the unit have its status again, before all is rectified. */
    @Transactional
    public void reinstate(UUID id, String reason, Actor by, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (!powers.leads(one, by)) {
            throw new AccessDeniedException("Leads no authority of this case");
        }
        new CaseFaults().text("reason", reason).raise();
        if (!standings.reinstate(one.organization(), id, reason.strip(), by.username(), now)) {
            throw new StateConflictException("standing", "ACTIVE", "SUSPENDED");
        }
        news.record(one, "reinstated", by.username(), Map.of("reason", reason.strip()), now);
    }
}
