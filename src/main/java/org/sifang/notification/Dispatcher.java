package org.sifang.notification;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets what waits in the outbox leave, each courier on a thread of its own, so that a mail server that hangs delays no
 * webhook and no timer of the house. Looks every second, and at once when something was put in.
 */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Round> rounds;
    private final Outbox outbox;
    private final OutboxSettings settings;
    private @Nullable ScheduledExecutorService threads;

    Dispatcher(List<Courier> couriers, Outbox outbox, OutboxSettings settings) {
        this.rounds = couriers.stream().filter(Courier::open).map(Round::new).toList();
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Something was put into the outbox. */
    record Filled() {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void wake(Filled filled) {
        ScheduledExecutorService running = threads;
        if (running != null) {
            rounds.stream().filter(Round::ask).forEach(running::execute);
        }
    }

    @Override
    public void start() {
        if (rounds.isEmpty()) {
            return;
        }
        ScheduledExecutorService started = Executors.newScheduledThreadPool(rounds.size(), work -> {
            Thread thread = new Thread(work, "outbox");
            thread.setDaemon(true);
            return thread;
        });
        long poll = settings.poll().toMillis();
        rounds.forEach(round -> started.scheduleWithFixedDelay(round, poll, poll, TimeUnit.MILLISECONDS));
        threads = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = threads;
        threads = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void clear() {
        outbox.clear(settings.keep());
    }

    /** Empties the outbox of what is due now; for tests, which do not wait. */
    void runNow() {
        rounds.forEach(Round::work);
    }

    /** One courier at work; never two at a time on this node. */
    private final class Round implements Runnable {

        private final Courier courier;
        private final AtomicBoolean asked = new AtomicBoolean();

        Round(Courier courier) {
            this.courier = courier;
        }

        /** Whether it has to be queued; false when it already is. */
        boolean ask() {
            return asked.compareAndSet(false, true);
        }

        @Override
        public void run() {
            asked.set(false);
            try {
                work();
            } catch (RuntimeException failure) {
                // The class only: texts of mail and database errors hold addresses and values.
                log.warn(
                        "The outbox of {} failed: {}",
                        courier.channel(),
                        failure.getClass().getName());
            }
        }

        synchronized void work() {
            List<Parcel> parcels = outbox.claim(courier, settings.lease());
            while (!parcels.isEmpty()) {
                deliver(parcels).forEach(this::note);
                parcels = outbox.claim(courier, settings.lease());
            }
        }

        private List<Outcome> deliver(List<Parcel> parcels) {
            try {
                return courier.deliver(parcels);
            } catch (RuntimeException failure) {
                // The class only: the text may hold an address.
                log.warn(
                        "Delivery by {} failed: {}",
                        courier.channel(),
                        failure.getClass().getName());
                return parcels.stream()
                        .map(parcel -> Outcome.failed(parcel, Outcome.Cause.FAILED, null))
                        .toList();
            }
        }

        private void note(Outcome outcome) {
            Parcel parcel = outcome.parcel();
            switch (outcome.kind()) {
                case DELIVERED -> outbox.delivered(parcel);
                case SKIPPED -> outbox.ended(parcel, false, outcome);
                case HOPELESS -> outbox.ended(parcel, true, outcome);
                case FAILED -> {
                    if (parcel.attempts() < settings.pauses().size()) {
                        outbox.again(parcel, settings.pauses().get(parcel.attempts()), outcome);
                    } else {
                        outbox.ended(parcel, true, outcome);
                    }
                }
            }
        }
    }
}
