package org.sifang.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves a {@link SteerableClock} through every instant at which the engine has something due, in order: three rungs and
 * a midnight in one advance happen at their own times, not all at its end.
 */
@Component
public class ClockSteering {

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final ObjectProvider<BackgroundWork> background;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ClockSteering(Clock clock, ProcessEngine engine, JdbcClient jdbc, ObjectProvider<BackgroundWork> background) {
        this.clock = clock;
        this.engine = engine;
        this.jdbc = jdbc;
        this.background = background;
    }

    /**
     * Moves the clock and returns when everything that became due has run.
     *
     * @throws IllegalStateException when the clock cannot be moved, or jobs do not come to an end
     */
    public Instant advanceTo(Instant target) {
        if (!(clock instanceof SteerableClock steerable)) {
            throw new IllegalStateException("The clock of this application runs by itself");
        }
        oneAtATime.lock();
        try {
            settle();
            for (var due = nextDue(target); due.isPresent(); due = nextDue(target)) {
                steerable.moveTo(due.get());
                settle();
            }
            steerable.moveTo(target);
            settle();
            return steerable.instant();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Waits until no job is due any more at the present instant, and nothing follows from those that ran. */
    public void settle() {
        long waited = 0;
        while (dueNow() > 0 || background.stream().anyMatch(BackgroundWork::underWay) || dueNow() > 0) {
            if (waited > PATIENCE.toNanos()) {
                throw new IllegalStateException("Jobs that are due do not come to an end");
            }
            wake();
            LockSupport.parkNanos(PAUSE.toNanos());
            waited += PAUSE.toNanos();
        }
    }

    private void wake() {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (!jobs.isActive()) {
            throw new IllegalStateException("The job executor is not running");
        }
        jobs.jobWasAdded();
    }

    private long dueNow() {
        return jdbc.sql("""
                        select count(*) from act_ru_job
                        where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= :now)""")
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private Optional<Instant> nextDue(Instant until) {
        return jdbc.sql("""
                        select min(duedate_) from act_ru_job
                        where retries_ > 0 and suspension_state_ = 1 and duedate_ > :now and duedate_ <= :until""")
                .param("now", Timestamp.from(clock.instant()))
                .param("until", Timestamp.from(until))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
