package org.sifang.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sifang.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** Moves duties between rounds, and rounds between instants. */
@Component
class Deadlines {

    /** Time to mend what was returned after its ladder had come to an end. */
    private static final Duration TO_MEND = Duration.ofHours(2);

    private final Rounds rounds;
    private final RoundFlow flow;
    private final InnerDeadlines inner;
    private final WorkItems workItems;

    Deadlines(Rounds rounds, RoundFlow flow, InnerDeadlines inner, WorkItems workItems) {
        this.rounds = rounds;
        this.flow = flow;
        this.inner = inner;
        this.workItems = workItems;
    }

    /** The duty with its new deadline, in the round of that deadline, found or made. */
    Duty extend(Duty duty, Instant dueAt, String reason, Instant now) {
        duty.extend(duty.round(), dueAt, reason, now);
        Round round = roundFor(duty, dueAt, now);
        Duty extended = duty.extend(round.id(), dueAt, reason, now);
        workItems.reschedule(List.of(duty.id()), duty.dueAt(), dueAt);
        inner.move(List.of(duty.id()), Duration.between(duty.dueAt(), dueAt));
        return extended;
    }

    /** A duty sent back stays in its round as long as that still climbs; after that it gets time to mend. */
    Duty afterReturn(Duty returned, Instant now) {
        if (rounds.lock(returned.round()).state() != Round.State.ENDED) {
            return returned;
        }
        String reason = Optional.ofNullable(returned.reason()).orElse("");
        return extend(returned, now.plus(TO_MEND), reason, now);
    }

    /** A duty was closed in this round or has left it: a round without live duties needs no ladder. */
    void leave(UUID round) {
        if (rounds.lock(round).state() == Round.State.OPEN && !rounds.hasLiveDuties(round)) {
            flow.closed(round);
        }
    }

    private Round roundFor(Duty duty, Instant dueAt, Instant now) {
        Optional<Round> found = rounds.findLive(duty.notice(), duty.obligation(), dueAt);
        if (found.isPresent()) {
            return found.get();
        }
        Round made = rounds.insert(duty.notice(), duty.obligation(), now, dueAt, false);
        flow.opening(made.id());
        return made;
    }
}
