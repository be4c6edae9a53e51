package org.sifang.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The ladder of a round: when its next rung comes, and climbing it. */
@Service
public class RoundLadder {

    private final Rounds rounds;
    private final Notices notices;
    private final RungClimb climb;
    private final Clock clock;

    RoundLadder(Rounds rounds, Notices notices, RungClimb climb, Clock clock) {
        this.rounds = rounds;
        this.notices = notices;
        this.climb = climb;
        this.clock = clock;
    }

    /**
     * When the next rung comes, or the deadline, where silence begins, when no rung stands on it. Nothing when the last
     * was climbed, nobody has anything open, or the notice ended.
     */
    public Optional<Instant> nextRungAt(UUID roundId) {
        Round round = rounds.lock(roundId);
        if (!notices.require(round.notice()).inForce() || !rounds.hasLiveDuties(roundId)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Stream<Instant> deadline = round.dueAt().isAfter(now) || climb.anybodyUnmarked(roundId, now)
                ? Stream.of(round.dueAt())
                : Stream.empty();
        Stream<Instant> rung = round.nextRung(ladder(round)).map(next -> next.instant(round.dueAt())).stream();
        return Stream.concat(deadline, rung).min(Instant::compareTo);
    }

    /**
     * Carries the round's next rung out for the next duties that are still owed.
     *
     * @return whether all of them have climbed it
     */
    public boolean climb(UUID roundId) {
        Round round = rounds.lock(roundId);
        Instant now = clock.instant();
        Optional<Rung> rung = round.nextRung(ladder(round))
                .filter(next -> !next.instant(round.dueAt()).isAfter(now));
        boolean all = climb.next(round, rung.orElse(null), now);
        if (all) {
            rung.ifPresent(climbed -> rounds.climbed(roundId, climbed.index()));
        }
        return all;
    }

    public void end(UUID roundId) {
        rounds.ended(roundId, clock.instant());
    }

    private Ladder ladder(Round round) {
        NoticeDefinition definition = notices.require(round.notice()).definition();
        return definition.ladderOf(definition.obligation(round.obligation()).orElseThrow());
    }
}
