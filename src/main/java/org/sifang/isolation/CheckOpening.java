package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.organization.Actor;
import org.sifang.person.People;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Service;

/** Opens the checks of a day, some hundred people in a transaction. */
@Service
public class CheckOpening {

    /** Cases looked at in one transaction. */
    static final int CHUNK = 1_000;

    /** Where somebody is isolated. */
    static final Set<CaseState> ISOLATED = EnumSet.of(CaseState.ISOLATED, CaseState.TESTED);

    /** Lies before every id there is. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private final CheckRounds rounds;
    private final DailyCheckRows checks;
    private final Isolations isolations;
    private final FoundCases cases;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    CheckOpening(
            CheckRounds rounds,
            DailyCheckRows checks,
            Isolations isolations,
            FoundCases cases,
            People people,
            Journal journal,
            Clock clock) {
        this.rounds = rounds;
        this.checks = checks;
        this.isolations = isolations;
        this.cases = cases;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Opens the next checks of the day. A day whose cut-off had passed before the house was up again opens none: nobody
     * could ask after anybody, and nobody is to count as missed for it.
     *
     * @return whether everybody in isolation has his
     */
    public boolean openChunk(UUID roundId) {
        CheckRound round = rounds.lock(roundId);
        Instant now = clock.instant();
        if (round.state() == CheckRound.State.PLANNED) {
            rounds.state(roundId, CheckRound.State.OPEN, null);
            if (!now.isBefore(round.cutOffAt())) {
                rounds.notHeld(roundId);
                recordNotHeld(round, now);
                return true;
            }
        }
        UUID behind = round.position() == null ? BEFORE_ALL : round.position();
        List<UUID> next = isolations.open(round.notice(), behind, CHUNK);
        rounds.opened(roundId, open(round, next));
        boolean all = next.size() < CHUNK;
        rounds.position(roundId, all ? null : next.get(next.size() - 1));
        return all;
    }

    /** Opens the day's check of those among these cases who are in isolation. */
    int open(CheckRound round, Collection<UUID> ids) {
        Map<UUID, Isolation> known = isolations.find(ids);
        List<PersonCase> isolated = cases.find(ids).stream()
                .filter(found -> ISOLATED.contains(found.state()))
                .filter(found -> {
                    Isolation isolation = known.get(found.id());
                    return isolation != null && isolation.measure().isolates() && !isolation.released();
                })
                .toList();
        if (isolated.isEmpty()) {
            return 0;
        }
        Map<UUID, String> phones = people.reachedUnder(
                isolated.stream().map(PersonCase::person).distinct().toList());
        return checks.insert(round, isolated, phones);
    }

    private void recordNotHeld(CheckRound round, Instant now) {
        journal.record(new Entry(
                now,
                Actor.SYSTEM,
                "checkDay.notHeld",
                "notice",
                round.notice().toString(),
                round.notice(),
                null,
                Map.of("day", round.day().toString())));
    }
}
