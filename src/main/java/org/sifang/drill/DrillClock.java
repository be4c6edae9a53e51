package org.sifang.drill;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.sifang.engine.ClockSteering;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Moves the house's time in a drill, and keeps its position over a restart. */
@Service
@Profile("drill")
public class DrillClock {

    /** Longest single advance: a slip of the finger shall not open a thousand daily rounds. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Clock clock;
    private final ClockSteering steering;
    private final Journal journal;
    private final JdbcClient jdbc;

    DrillClock(Clock clock, ClockSteering steering, Journal journal, JdbcClient jdbc) {
        this.clock = clock;
        this.steering = steering;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Moves forward to the instant and returns when everything that became due has run.
     *
     * @throws FaultsException when the instant has passed or lies too far away
     */
    public Instant advanceTo(Instant target, Actor by) {
        Instant before = clock.instant();
        if (target.isBefore(before)) {
            throw new FaultsException(Fault.at("to", "fault.drill.backwards"));
        }
        if (Duration.between(before, target).compareTo(LONGEST) > 0) {
            throw new FaultsException(Fault.at("to", "fault.drill.far", LONGEST.toDays()));
        }
        Instant reached = steering.advanceTo(target);
        jdbc.sql("""
                        insert into drill_clock (id, position) values (1, :position)
                        on conflict (id) do update set position = excluded.position""").param("position", Timestamp.from(reached)).update();
        journal.record(new Entry(
                reached,
                by.username(),
                "drill.advanced",
                "drill",
                "clock",
                null,
                by.organization(),
                Map.of("from", before.toString(), "to", reached.toString())));
        return reached;
    }
}
