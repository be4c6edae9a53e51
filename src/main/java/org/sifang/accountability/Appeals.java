package org.sifang.accountability;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.StateConflictException;
import org.sifang.kernel.WorkingCalendar;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 申诉: once, within its period, decided by a leader other than the one whose decision it is about. */
@Service
public class Appeals {

    private final AccountabilityRows rows;
    private final Powers powers;
    private final WorkingCalendar calendar;
    private final AccountabilitySettings settings;
    private final ZoneId zone;
    private final CaseNews news;
    private final AccountabilityFlow flow;

    Appeals(
            AccountabilityRows rows,
            Powers powers,
            WorkingCalendar calendar,
            AccountabilitySettings settings,
            Clock clock,
            CaseNews news,
            AccountabilityFlow flow) {
        this.rows = rows;
        this.powers = powers;
        this.calendar = calendar;
        this.settings = settings;
        this.zone = clock.getZone();
        this.news = news;
        this.flow = flow;
    }

    /** The party does not accept the decision; it is carried out all the same unless it falls. */
    @Transactional
    public void lodge(UUID id, String reason, Actor by, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (!powers.speaks(one, by)) {
            throw new AccessDeniedException("Does not speak for the party");
        }
        new CaseFaults().text("reason", reason).raise();
        rows.save(one.appealed(new Appeal(reason.strip(), by.username(), now, null, null, null, null)));
        news.record(one, "appealed", by.username(), Map.of(), now);
        news.tellAuthority(one, Role.LEADER, "appealed", List.of(CaseNews.party(one)));
        flow.appealLodged(id);
    }

    /**
     * Another leader decides the appeal.
     *
     * @param measure the milder one that takes the place of the first; null unless it is changed
     */
    @Transactional
    public void decide(
            UUID id, AppealOutcome outcome, @Nullable MeasureKind measure, String answer, Actor by, Instant now) {
        AccountabilityCase one = rows.lock(id).require(CaseState.APPEALED);
        Appeal lodged = one.appeal();
        Ruling first = one.ruling();
        if (lodged == null || first == null || lodged.outcome() != null) {
            throw new StateConflictException("accountability.appeal", "DECIDED", "LODGED");
        }
        CaseFaults faults = new CaseFaults();
        powers.judge(one, by, faults);
        faults.when(by.username().equals(first.by()), "outcome", "fault.accountability.sameLeader");
        if (outcome == AppealOutcome.CHANGED) {
            faults.when(
                    measure == null || !measure.fits(one.group()) || !measure.milderThan(first.measure()),
                    "measure",
                    "fault.accountability.milder");
        }
        faults.text("answer", answer).raise();
        Appeal decided = lodged.decided(outcome, answer.strip(), by.username(), now);
        rows.save(one.answered(decided, ruling(outcome, measure, first, by, now), execution(one, outcome, now)));
        news.record(
                one,
                "appealDecided",
                by.username(),
                Map.of("outcome", Wording.message("accountability.appeal.outcome." + outcome)),
                now);
        flow.appealDecided(id, outcome, outcome == AppealOutcome.CHANGED ? measure : null);
    }

    private static Ruling ruling(
            AppealOutcome outcome, @Nullable MeasureKind measure, Ruling first, Actor by, Instant now) {
        return switch (outcome) {
            case UPHELD -> first;
            case CHANGED -> new Ruling(Objects.requireNonNull(measure), first.reason(), by.username(), now);
            case REVOKED -> new Ruling(null, first.reason(), by.username(), now);
        };
    }

    private @Nullable Execution execution(AccountabilityCase one, AppealOutcome outcome, Instant now) {
        Execution served = one.execution();
        if (served == null) {
            return null;
        }
        return outcome == AppealOutcome.CHANGED
                ? served.anew(now, calendar.plusWorkingDays(now, settings.executionDays(), zone))
                : served.appealUsed(now);
    }
}
