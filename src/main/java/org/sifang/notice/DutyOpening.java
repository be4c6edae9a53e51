package org.sifang.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.Ids;
import org.sifang.notice.Rounds.Series;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Responsibility;
import org.springframework.stereotype.Service;

/** Turns obligations into rounds and rounds into duties, some hundred in a transaction. */
@Service
public class DutyOpening {

    /** Duties opened in one transaction. */
    static final int CHUNK = 400;

    private final Notices notices;
    private final Rounds rounds;
    private final Duties duties;
    private final Addressing addressing;
    private final RoundFlow roundFlow;
    private final DutyFlow dutyFlow;
    private final InnerDeadlines inner;
    private final Announcements announcements;
    private final Clock clock;

    DutyOpening(
            Notices notices,
            Rounds rounds,
            Duties duties,
            Addressing addressing,
            RoundFlow roundFlow,
            DutyFlow dutyFlow,
            InnerDeadlines inner,
            Announcements announcements,
            Clock clock) {
        this.notices = notices;
        this.rounds = rounds;
        this.duties = duties;
        this.addressing = addressing;
        this.roundFlow = roundFlow;
        this.dutyFlow = dutyFlow;
        this.inner = inner;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Opens a round for each obligation that is due once, and a series for each that recurs. */
    public void openObligations(UUID noticeId) {
        NoticeView notice = notices.require(noticeId);
        Instant now = clock.instant();
        for (Obligation obligation : notice.definition().obligations()) {
            if (obligation.recurring()) {
                LocalDate first = obligation.firstDay(now, clock.getZone());
                UUID series = rounds.insertSeries(noticeId, obligation.code(), first);
                roundFlow.recurring(series, obligation.opensOn(first, clock.getZone()));
            } else {
                Instant issuedAt = notice.definition().issuedAt() == null
                        ? now
                        : notice.definition().issuedAt();
                openRound(noticeId, obligation, now, obligation.firstDue(issuedAt, clock.getZone()));
            }
        }
    }

    /**
     * Opens the series' next round.
     *
     * @return when the one after it opens; nothing when the notice is no longer in force
     */
    public Optional<Instant> openNextRound(UUID seriesId) {
        Series series = rounds.lockSeries(seriesId);
        NoticeView notice = notices.require(series.notice());
        if (!notice.inForce()) {
            return Optional.empty();
        }
        Obligation obligation = obligation(series.notice(), series.obligation());
        LocalDate day = series.nextDay();
        openRound(
                series.notice(), obligation, opening(notice, obligation, day), obligation.dueOn(day, clock.getZone()));
        rounds.nextDay(seriesId, day.plusDays(1));
        return Optional.of(obligation.opensOn(day.plusDays(1), clock.getZone()));
    }

    /** The hour of the day's round, also when the house was down at that hour: what it missed is made up for in order. */
    private Instant opening(NoticeView notice, Obligation obligation, LocalDate day) {
        Instant hour = obligation.opensOn(day, clock.getZone());
        Instant issuedAt = notice.issuedAt();
        return issuedAt != null && issuedAt.isAfter(hour) ? issuedAt : hour;
    }

    private void openRound(UUID notice, Obligation obligation, Instant opensAt, Instant dueAt) {
        if (rounds.find(notice, obligation.code(), dueAt, true).isEmpty()) {
            Round round = rounds.insert(notice, obligation.code(), opensAt, dueAt, true);
            roundFlow.opening(round.id());
        }
    }

    /**
     * Opens the round's next duties.
     *
     * @return whether every addressee has his
     */
    public boolean openChunk(UUID roundId) {
        // No duty is opened behind the back of whoever lifts the notice just now.
        NoticeView notice = notices.hold(rounds.require(roundId).notice());
        Round round = rounds.lock(roundId);
        if (!round.fanOut() || !notice.inForce()) {
            rounds.opened(roundId);
            return true;
        }
        Obligation obligation = obligation(round.notice(), round.obligation());
        List<Organization> next =
                addressing.addresseesAfter(obligation.addressees(), notice.issuer(), round.openedTo(), CHUNK);
        if (!next.isEmpty()) {
            open(notice, obligation, round, next);
            rounds.openedTo(roundId, next.get(next.size() - 1).code());
        }
        if (next.size() < CHUNK) {
            rounds.opened(roundId);
            return true;
        }
        return false;
    }

    private void open(NoticeView notice, Obligation obligation, Round round, List<Organization> addressees) {
        Map<String, Responsibility> answering = addressing.responsible(
                addressees.stream().map(Organization::code).toList());
        List<Duty> opened = addressees.stream()
                .map(addressee -> duty(
                        notice,
                        obligation,
                        round,
                        addressee,
                        answering.getOrDefault(addressee.code(), Responsibility.NOBODY)))
                .toList();
        duties.insert(opened);
        inner.plan(opened, obligation);
        dutyFlow.sent(opened);
        announcements.duties(opened, "sent", Actor.SYSTEM, clock.instant(), Map.of());
        announcements.tellAddressees(opened, "sent", notice.caption());
    }

    private Duty duty(
            NoticeView notice, Obligation obligation, Round round, Organization addressee, Responsibility answering) {
        Instant receipt =
                obligation.receiptWithin() == null ? null : clock.instant().plus(obligation.receiptWithin());
        return new Duty(
                Ids.next(),
                notice.id(),
                round.id(),
                obligation.code(),
                obligation.clause(),
                obligation.kind(),
                addressee.code(),
                addressee.name(),
                addressee.kind(),
                addressee.division(),
                addressee.sector(),
                notice.issuer(),
                answering.responsible(),
                answering.deputy(),
                DutyState.SENT,
                Timeliness.PENDING,
                null,
                0,
                null,
                round.opensAt(),
                receipt,
                round.dueAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private Obligation obligation(UUID notice, String code) {
        return notices.require(notice).definition().obligation(code).orElseThrow();
    }
}
