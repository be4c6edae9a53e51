package org.sifang.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A clock that stands until it is moved, and takes the engine's clock along. For drills and tests; with it as the
 * {@code Clock} bean, everything in the house lives in its time.
 */
public class SteerableClock extends Clock {

    private volatile Instant now;
    private final ZoneId zone;

    public SteerableClock(Instant start, ZoneId zone) {
        this.now = start;
        this.zone = zone;
        ClockUtil.setCurrentTime(Date.from(start));
    }

    /** Moves forward; an instant that has passed leaves the clock where it is. */
    public synchronized void moveTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
        ClockUtil.setCurrentTime(Date.from(now));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(instant(), other);
    }
}
