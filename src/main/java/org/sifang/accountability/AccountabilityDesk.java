package org.sifang.accountability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.Breaches;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a case that the authority's people take; each is written down and moves the model on in one transaction. */
@Service
public class AccountabilityDesk {

    private static final Duration LOOKING_BACK = Duration.ofDays(365);

    private final AccountabilityRows rows;
    private final Breaches breaches;
    private final Powers powers;
    private final CaseNews news;
    private final AccountabilityFlow flow;

    AccountabilityDesk(
            AccountabilityRows rows, Breaches breaches, Powers powers, CaseNews news, AccountabilityFlow flow) {
        this.rows = rows;
        this.breaches = breaches;
        this.powers = powers;
        this.news = news;
        this.flow = flow;
    }

    /** How grave the gravest of the case's breaches was said to be. */
    public BreachSeverity severity(UUID id) {
        return breaches.find(rows.breaches(id)).stream()
                .map(breach -> breach.severity())
                .max(Enum::compareTo)
                .orElse(BreachSeverity.ORDINARY);
    }

    /**
     * What the fact file and the statement come to.
     *
     * @param finding what was made of the statement
     */
    @Transactional
    public void establish(UUID id, BreachSeverity severity, Harm harm, String finding, Actor by, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (!powers.handles(one, by)) {
            throw new AccessDeniedException("Does not handle the case");
        }
        new CaseFaults().text("finding", finding).raise();
        int earlier = earlier(one);
        rows.save(one.established(
                new Assessment(severity, harm, earlier, finding.strip(), by.username(), now, null, null, null)));
        news.record(
                one,
                "established",
                by.username(),
                Map.of(
                        "severity",
                        Wording.message("accountability.severity." + severity),
                        "harm",
                        Wording.message("accountability.harm." + harm)),
                now);
        flow.established(id);
    }

    /** Breaches of the year before that other cases are about. */
    public int earlier(AccountabilityCase one) {
        var own = rows.breaches(one.id());
        return (int)
                breaches.of(one.partyKind(), one.party(), one.openedAt().minus(LOOKING_BACK), one.openedAt()).stream()
                        .filter(breach -> !own.contains(breach.id()))
                        .count();
    }

    /**
     * A leader decides.
     *
     * @param measure null: nobody is held to account
     * @param reason needed when it is not what was proposed
     * @throws StateConflictException while the party has not been heard and nothing has been proposed
     */
    @Transactional
    public void decide(UUID id, @Nullable MeasureKind measure, @Nullable String reason, Actor by, Instant now) {
        AccountabilityCase one = rows.lock(id);
        CaseFaults faults = new CaseFaults();
        powers.judge(one, by, faults);
        faults.when(measure != null && !measure.fits(one.group()), "measure", "fault.accountability.measure");
        MeasureKind proposed =
                one.assessment() == null ? null : one.assessment().proposed();
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        faults.when(measure != proposed && why == null, "reason", "fault.accountability.deviation");
        faults.free("reason", reason);
        faults.raise();
        rows.save(one.decided(new Ruling(measure, why, by.username(), now)));
        if (measure == null) {
            news.record(one, "acquitted", by.username(), Map.of("reason", why == null ? "" : why), now);
        } else {
            news.record(one, "decided", by.username(), Map.of("measure", CaseNews.measure(measure)), now);
        }
        flow.decided(id, measure);
    }

    /** The measure has been carried out. */
    @Transactional
    public void execute(UUID id, String result, Actor by, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (!powers.handles(one, by)) {
            throw new AccessDeniedException("Does not handle the case");
        }
        new CaseFaults().text("result", result).raise();
        executed(one.require(CaseState.IN_EXECUTION), result.strip(), by.username(), now);
    }

    /** It carried itself out: what was to be rectified is. Nothing when it is not being waited for. */
    @Transactional
    public void executedByItself(UUID id, String result, Instant now) {
        AccountabilityCase one = rows.lock(id);
        boolean awaited = one.state() == CaseState.IN_EXECUTION
                && one.execution() != null
                && one.execution().doneAt() == null;
        if (awaited) {
            executed(one, result, Actor.SYSTEM, now);
        }
    }

    private void executed(AccountabilityCase one, String result, String by, Instant now) {
        Execution served = one.execution();
        if (served == null || served.doneAt() != null) {
            throw new StateConflictException("accountability.execution", "DONE", "OPEN");
        }
        rows.save(one.executing(served.done(result, by, now)));
        news.record(one, "executed", by, Map.of("result", result), now);
        flow.executed(one.id());
    }

    /** Taken back before a decision, because it should not have been opened; by a leader, with his reason. */
    @Transactional
    public void withdraw(UUID id, String reason, Actor by, Instant now) {
        AccountabilityCase one =
                rows.lock(id).require(CaseState.OPEN, CaseState.NOTIFIED, CaseState.HEARD, CaseState.ASSESSED);
        CaseFaults faults = new CaseFaults();
        powers.judge(one, by, faults);
        faults.text("reason", reason).raise();
        rows.save(one.ended(CaseState.DISMISSED, by.username(), reason.strip(), now));
        news.record(one, "withdrawn", by.username(), Map.of("reason", reason.strip()), now);
        if (one.notifiedAt() != null) {
            news.tellParty(one, "dismissed", List.of(CaseNews.party(one)));
        }
        news.tellAuthority(one, Role.DISCIPLINE, "dismissed", List.of(CaseNews.party(one)));
        flow.withdrawn(id);
    }
}
