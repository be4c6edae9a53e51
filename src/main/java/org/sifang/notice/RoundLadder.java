package org.sifang.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

    /** When the next rung comes; nothing when the last was climbed or the notice ended. */
    public Optional<Instant> nextRungAt(UUID roundId) {
        Round round = rounds.require(roundId);
        if (!notices.require(round.notice()).inForce()) {
            return Optional.empty();
        }
        return round.nextRung(ladder(round)).map(rung -> rung.instant(round.dueAt()));
    }

    /**
     * Carries the round's next rung out for the next duties that are still owed.
     *
     * @return whether all of them have climbed it
     */
    public boolean climb(UUID roundId) {
        Round round = rounds.lock(roundId);
        Optional<Rung> rung = round.nextRung(ladder(round));
        if (rung.isEmpty()) {
            return true;
        }
        boolean all = climb.next(round, rung.get(), clock.instant());
        if (all) {
            rounds.climbed(roundId, rung.get().index());
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
