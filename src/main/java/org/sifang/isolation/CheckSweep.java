package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.isolation.CheckMessages.Word;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;

/** The night: who has been isolated long enough is released, whose follow-up is over is closed, visited or not. */
@Service
public class CheckSweep {

    /** Cases dealt with in one transaction. */
    static final int CHUNK = 200;

    private final CheckRounds rounds;
    private final Isolations isolations;
    private final Decisions decisions;
    private final FollowUps followUps;
    private final FollowUpVisits visits;
    private final CheckMessages messages;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;

    CheckSweep(
            CheckRounds rounds,
            Isolations isolations,
            Decisions decisions,
            FollowUps followUps,
            FollowUpVisits visits,
            CheckMessages messages,
            Notices notices,
            Journal journal,
            Clock clock) {
        this.rounds = rounds;
        this.isolations = isolations;
        this.decisions = decisions;
        this.followUps = followUps;
        this.visits = visits;
        this.messages = messages;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Asks the table of releases about the next people whose days were over by the sweep.
     *
     * @return whether all have been asked about
     */
    public boolean reviewChunk(UUID roundId) {
        CheckRound round = rounds.lock(roundId);
        List<UUID> next = isolations.daysOver(round.notice(), round.sweepAt(), behind(round), CHUNK);
        if (!next.isEmpty()) {
            decisions.review(next, clock.instant());
        }
        return moved(round, next);
    }

    /**
     * Closes the next cases whose follow-up was over by the sweep, and writes down what became of their last visit.
     *
     * @return whether all are closed
     */
    public boolean endFollowUpsChunk(UUID roundId) {
        CheckRound round = rounds.lock(roundId);
        Instant now = clock.instant();
        if (round.position() == null) {
            missVisits(round, now);
        }
        List<UUID> next = isolations.followUpOver(round.notice(), round.sweepAt(), behind(round), CHUNK);
        if (!next.isEmpty()) {
            recordLastVisits(next, now);
            followUps.end(next, now);
        }
        return moved(round, next);
    }

    private static UUID behind(CheckRound round) {
        UUID position = round.position();
        return position == null ? CheckOpening.BEFORE_ALL : position;
    }

    private boolean moved(CheckRound round, List<UUID> next) {
        boolean all = next.size() < CHUNK;
        rounds.position(round.id(), all ? null : next.get(next.size() - 1));
        return all;
    }

    private void missVisits(CheckRound round, Instant now) {
        List<FollowUpVisit> missed = visits.miss(round.notice(), round.day());
        if (missed.isEmpty()) {
            return;
        }
        journal.recordAll(missed.stream()
                .map(visit -> entry(visit, "case.visit." + visit.state(), now))
                .toList());
        String caption = notices.require(round.notice()).caption();
        Map<String, Long> byCarer =
                missed.stream().collect(Collectors.groupingBy(FollowUpVisit::carer, Collectors.counting()));
        messages.tellCarers(byCarer.entrySet().stream()
                .map(one -> new Word(
                        one.getKey(),
                        "visits.missed",
                        List.of(caption, String.valueOf(one.getValue())),
                        "/checks",
                        round.id()))
                .toList());
    }

    /** A last visit that came late, or never, does not keep the case open; the record says so. */
    private void recordLastVisits(List<UUID> ended, Instant now) {
        Map<UUID, FollowUpVisit> last = new HashMap<>();
        visits.of(ended)
                .forEach(visit -> last.merge(
                        visit.caseId(), visit, (one, other) -> one.dueOn().isAfter(other.dueOn()) ? one : other));
        journal.recordAll(last.values().stream()
                .filter(visit -> visit.state() != DailyCheckState.DONE || visit.late())
                .map(visit -> entry(
                        visit,
                        visit.state() == DailyCheckState.DONE ? "case.visit.lastLate" : "case.visit.lastNever",
                        now))
                .toList());
    }

    private static Entry entry(FollowUpVisit visit, String action, Instant now) {
        return new Entry(
                now,
                Actor.SYSTEM,
                action,
                "case",
                visit.caseId().toString(),
                visit.notice(),
                visit.organization(),
                Map.of("day", visit.dueOn().toString(), "carer", "organization:" + visit.carer()));
    }
}
