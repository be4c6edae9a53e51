package org.sifang.accountability;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sifang.accountability.LiabilityTable.Proposal;
import org.sifang.kernel.WorkingCalendar;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.Standings;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens in a case without anybody doing it. Each step finds out whether it has been done already: a job that runs
 * twice issues one document and sends one message.
 */
@Service
public class CaseCourse {

    private final AccountabilityRows rows;
    private final WorkingCalendar calendar;
    private final AccountabilitySettings settings;
    private final LiabilityTable liability;
    private final FactFiles files;
    private final Papers papers;
    private final Standings standings;
    private final CaseNews news;
    private final ZoneId zone;

    CaseCourse(
            AccountabilityRows rows,
            WorkingCalendar calendar,
            AccountabilitySettings settings,
            LiabilityTable liability,
            FactFiles files,
            Papers papers,
            Standings standings,
            CaseNews news,
            Clock clock) {
        this.rows = rows;
        this.calendar = calendar;
        this.settings = settings;
        this.liability = liability;
        this.files = files;
        this.papers = papers;
        this.standings = standings;
        this.news = news;
        this.zone = clock.getZone();
    }

    /** Compiles and seals what the journal knows about the failure. */
    @Transactional
    public void compileFactFile(UUID id, Instant now) {
        files.compile(id, Actor.SYSTEM, now);
    }

    /**
     * Tells the party what it is held to have failed, and until when it may be heard.
     *
     * @return the end of its period
     */
    @Transactional
    public Instant notifyParty(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (one.statementDueAt() != null) {
            return one.statementDueAt();
        }
        Instant until = calendar.plusWorkingDays(now, settings.statementDays(), zone);
        rows.save(one.notified(now, until));
        papers.issue(id, PaperKind.NOTICE, Actor.SYSTEM, now);
        news.record(one, "notified", Actor.SYSTEM, Map.of("until", until.toString()), now);
        news.tellParty(one, "notified", List.of(CaseNews.party(one), until.toString()));
        return until;
    }

    /** Asks the table of liability. */
    @Transactional
    public void assess(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        Assessment known = Objects.requireNonNull(one.assessment(), "Nothing is established");
        if (known.proposed() != null) {
            return;
        }
        Proposal proposal =
                liability.propose(new LiabilityFacts(one.group(), known.severity(), known.earlier(), known.harm()));
        rows.save(one.assessed(known.proposing(proposal.measure(), proposal.basis(), now)));
        news.record(one, "assessed", Actor.SYSTEM, Map.of("measure", CaseNews.measure(proposal.measure())), now);
        news.tellAuthority(
                one, Role.LEADER, "assessed", List.of(CaseNews.party(one), CaseNews.measure(proposal.measure())));
    }

    /** Puts the decision into a document. */
    @Transactional
    public void recordDecision(UUID id, Instant now) {
        papers.issue(id, PaperKind.DECISION, Actor.SYSTEM, now);
    }

    /**
     * Serves the decision on the party; the periods of appeal and execution run from here.
     *
     * @return as it stands now
     */
    @Transactional
    public Execution serve(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (one.execution() != null) {
            return one.execution();
        }
        Instant executionUntil = calendar.plusWorkingDays(now, settings.executionDays(), zone);
        Execution served = new Execution(now, appealUntil(now), executionUntil, null, null, null, null);
        rows.save(one.served(served));
        MeasureKind measure = Objects.requireNonNull(one.measure());
        news.record(
                one,
                "served",
                Actor.SYSTEM,
                Map.of("until", served.appealUntil().toString()),
                now);
        news.tellParty(
                one,
                "served",
                List.of(
                        CaseNews.party(one),
                        CaseNews.measure(measure),
                        served.appealUntil().toString()));
        return served;
    }

    private Instant appealUntil(Instant now) {
        LocalDate last = now.atZone(zone).toLocalDate().plus(settings.appeal());
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The measure has not been carried out in time. */
    @Transactional
    public void markExecutionOverdue(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        Execution served = Objects.requireNonNull(one.execution());
        if (served.overdueAt() == null && served.doneAt() == null) {
            rows.save(one.executing(served.overdue(now)));
            news.record(one, "executionOverdue", Actor.SYSTEM, Map.of(), now);
            List<String> args = List.of(CaseNews.party(one), served.dueAt().toString());
            news.tellAuthority(one, Role.LEADER, "executionOverdue", args);
            news.tellAuthority(one, Role.DISCIPLINE, "executionOverdue", args);
        }
    }

    /**
     * Puts the decision on the appeal into a document and tells the party; the case goes on where a measure stands.
     *
     * @return its periods as they are now
     */
    @Transactional
    public Execution recordAppealDecision(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        papers.issue(id, PaperKind.APPEAL_DECISION, Actor.SYSTEM, now);
        Execution served = Objects.requireNonNull(one.execution());
        if (one.state() != CaseState.APPEALED) {
            return served;
        }
        if (one.measure() != MeasureKind.SUSPENSION) {
            reinstate(one, now);
        }
        if (one.measure() != null) {
            rows.save(one.resumed());
        }
        AppealOutcome outcome =
                Objects.requireNonNull(Objects.requireNonNull(one.appeal()).outcome());
        if (outcome != AppealOutcome.REVOKED) {
            news.tellParty(one, "appealDecided", List.of(CaseNews.party(one), outcome(outcome)));
        }
        return served;
    }

    /** The appeal was right: nobody is held to account. */
    @Transactional
    public void revokeDecision(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (!one.state().over()) {
            reinstate(one, now);
            rows.save(one.ended(CaseState.DISMISSED, Actor.SYSTEM, null, now));
            news.record(one, "revoked", Actor.SYSTEM, Map.of(), now);
            news.tellParty(one, "appealDecided", List.of(CaseNews.party(one), outcome(AppealOutcome.REVOKED)));
        }
    }

    private void reinstate(AccountabilityCase one, Instant now) {
        standings.reinstate(
                one.organization(), one.id(), Wording.message("accountability.reinstated.appeal"), Actor.SYSTEM, now);
    }

    private static String outcome(AppealOutcome outcome) {
        return Wording.message("accountability.appeal.outcome." + outcome);
    }

    /** The leader decided that nobody is held to account. */
    @Transactional
    public void dismiss(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (!one.state().over()) {
            Ruling ruling = Objects.requireNonNull(one.ruling());
            papers.issue(id, PaperKind.DISMISSAL, Actor.SYSTEM, now);
            rows.save(one.ended(CaseState.DISMISSED, ruling.by(), ruling.reason(), now));
            news.record(one, "dismissed", Actor.SYSTEM, Map.of(), now);
            news.tellParty(one, "dismissed", List.of(CaseNews.party(one)));
        }
    }

    /** Carried out, and no appeal can come any more. */
    @Transactional
    public void close(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (!one.state().over()) {
            rows.save(one.ended(CaseState.CLOSED, Actor.SYSTEM, null, now));
            news.record(one, "closed", Actor.SYSTEM, Map.of(), now);
            news.tellParty(one, "closed", List.of(CaseNews.party(one)));
        }
    }
}
