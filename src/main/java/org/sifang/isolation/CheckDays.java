package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.sifang.kernel.Ids;
import org.sifang.screening.PeopleFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Plans the check days of a notice, one after the other, from the first person found to the last case closed. */
@Service
public class CheckDays {

    private final CheckRounds rounds;
    private final Isolations isolations;
    private final CheckRoundFlow flow;
    private final CheckSettings settings;
    private final Clock clock;

    CheckDays(CheckRounds rounds, Isolations isolations, CheckRoundFlow flow, CheckSettings settings, Clock clock) {
        this.rounds = rounds;
        this.isolations = isolations;
        this.flow = flow;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void begin(PeopleFound found) {
        if (found.created() > 0) {
            begin(found.notice());
        }
    }

    /** Sees to it that the notice has a check day under way or to come. */
    void begin(UUID notice) {
        if (!rounds.anyLive(notice)) {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, clock.getZone());
            plan(notice, now.isBefore(at(today, settings.sweep())) ? today : today.plusDays(1));
        }
    }

    /** Ends the day; plans the next one while somebody's case is open. */
    public void close(UUID roundId) {
        CheckRound round = rounds.lock(roundId);
        rounds.state(roundId, CheckRound.State.CLOSED, clock.instant());
        if (isolations.anyOpen(round.notice())) {
            plan(round.notice(), round.day().plusDays(1));
        }
    }

    private void plan(UUID notice, LocalDate day) {
        CheckRound round = new CheckRound(
                Ids.next(),
                notice,
                day,
                CheckRound.State.PLANNED,
                at(day, settings.opens()),
                at(day, settings.cutOff()),
                at(day, settings.sweep()),
                null,
                true);
        if (rounds.insert(round)) {
            flow.planned(round);
        }
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }
}
