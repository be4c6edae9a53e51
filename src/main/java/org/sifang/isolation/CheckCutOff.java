package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.isolation.CheckMessages.Word;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.DivisionCode;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The hour by which everybody has been checked: marks who was not, and who has not been for too long. */
@Service
public class CheckCutOff {

    /** Checks marked in one transaction. */
    static final int CHUNK = 2_000;

    private final CheckRounds rounds;
    private final DailyCheckRows checks;
    private final CheckMarks marks;
    private final CheckMessages messages;
    private final CheckSettings settings;
    private final Notices notices;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    CheckCutOff(
            CheckRounds rounds,
            DailyCheckRows checks,
            CheckMarks marks,
            CheckMessages messages,
            CheckSettings settings,
            Notices notices,
            Journal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.checks = checks;
        this.marks = marks;
        this.messages = messages;
        this.settings = settings;
        this.notices = notices;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Marks the next ones that nobody asked after. Who looks after them is told once for all of them, with the last.
     *
     * @return whether all are marked
     */
    public boolean markChunk(UUID roundId) {
        CheckRound round = rounds.lock(roundId);
        Instant now = clock.instant();
        if (round.state() == CheckRound.State.OPEN) {
            rounds.state(roundId, CheckRound.State.CUT_OFF, null);
        }
        List<DailyCheck> missed = checks.miss(roundId, CHUNK);
        if (!missed.isEmpty()) {
            rounds.missed(roundId, missed.size());
            journal.recordAll(missed.stream().map(check -> entry(check, now)).toList());
            marks.outOfReach(
                    checks.silentFor(
                            missed.stream().map(DailyCheck::caseId).toList(),
                            settings.unreachableAfterMissed(),
                            round.day()),
                    now);
        }
        boolean all = missed.size() < CHUNK;
        if (all) {
            tell(round);
        }
        return all;
    }

    private static Entry entry(DailyCheck check, Instant now) {
        return new Entry(
                now,
                Actor.SYSTEM,
                check.state() == DailyCheckState.MISSED ? "case.check.missed" : "case.check.notReached",
                "case",
                check.caseId().toString(),
                check.notice(),
                check.organization(),
                Map.of("day", check.day().toString(), "carer", "organization:" + check.carer()));
    }

    /** What one organisation left undone. */
    private record Left(String carer, String division, long missed, long notReached) {}

    private void tell(CheckRound round) {
        List<Left> left = jdbc.sql("""
                        select carer, min(division) as division, count(*) filter (where state = 'MISSED') as missed,
                               count(*) filter (where state = 'NOT_REACHED') as not_reached
                          from daily_check where round = :round and state in ('MISSED', 'NOT_REACHED')
                         group by carer order by carer""")
                .param("round", round.id())
                .query((row, number) -> new Left(
                        row.getString("carer"),
                        row.getString("division"),
                        row.getLong("missed"),
                        row.getLong("not_reached")))
                .list();
        if (left.isEmpty()) {
            return;
        }
        String caption = notices.require(round.notice()).caption();
        String day = round.day().toString();
        List<Word> carers = new ArrayList<>();
        Map<String, long[]> counties = new java.util.TreeMap<>();
        for (Left one : left) {
            carers.add(new Word(
                    one.carer(),
                    "missed",
                    List.of(caption, day, String.valueOf(one.missed()), String.valueOf(one.notReached())),
                    "/checks?date=" + day,
                    round.id()));
            long[] sum = counties.computeIfAbsent(
                    new DivisionCode(one.division()).county().value(), code -> new long[3]);
            sum[0] += one.missed();
            sum[1] += one.notReached();
            sum[2]++;
        }
        messages.tellCarers(carers);
        messages.tellOfficers(counties.entrySet().stream()
                .map(county -> new Word(
                        county.getKey(),
                        "missed.county",
                        List.of(
                                caption,
                                day,
                                String.valueOf(county.getValue()[0]),
                                String.valueOf(county.getValue()[1]),
                                String.valueOf(county.getValue()[2])),
                        "/checks?date=" + day + "&notice=" + round.notice(),
                        round.id()))
                .toList());
    }
}
