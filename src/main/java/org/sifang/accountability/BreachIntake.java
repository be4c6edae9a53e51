package org.sifang.accountability;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.sifang.engine.BackgroundWork;
import org.sifang.notice.Breach;
import org.sifang.notice.Breaches;
import org.sifang.notice.RecordedBreach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes cases of breaches, as soon as the transaction that found them has committed, on a thread of its own: a ladder whose
 * last rung thousands reach at once goes on without waiting. What a crash or a failure left behind is found in the table
 * again by the sweep; a breach that belongs to a case is passed over.
 */
@Service
public class BreachIntake implements BackgroundWork, DisposableBean {

    /** Breaches taken up in one transaction. */
    private static final int CHUNK = 200;

    private static final Logger log = LoggerFactory.getLogger(BreachIntake.class);

    private final Breaches breaches;
    private final CaseOpener opener;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(runnable -> new Thread(runnable, "breach-intake"));
    private final AtomicInteger asked = new AtomicInteger();

    BreachIntake(Breaches breaches, CaseOpener opener, PlatformTransactionManager transactions, Clock clock) {
        this.breaches = breaches;
        this.opener = opener;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Once for a transaction, however many it found; it is under way from here on, so that nobody looks too early. */
    @EventListener
    void found(Breach breach) {
        boolean known =
                TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Afterwards.class::isInstance);
        if (!known) {
            TransactionSynchronizationManager.registerSynchronization(new Afterwards());
            asked.incrementAndGet();
        }
    }

    private final class Afterwards implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
                asked.decrementAndGet();
                return;
            }
            try {
                thread.execute(BreachIntake.this::answer);
            } catch (RejectedExecutionException ending) {
                // The application stops; the next start finds them in the table.
                asked.decrementAndGet();
            }
        }
    }

    private void answer() {
        try {
            sweep();
        } finally {
            asked.decrementAndGet();
        }
    }

    @Override
    public boolean underWay() {
        return asked.get() > 0;
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }

    /** Takes up what is left; a failure is for the next time, and never for whoever found the breach. */
    @Scheduled(fixedDelayString = "${sifang.accountability.sweep:PT30S}")
    synchronized void sweep() {
        try {
            takeUp();
        } catch (RuntimeException failure) {
            // The class only: texts of database errors hold values.
            log.warn("Breaches could not be taken up: {}", failure.getClass().getName());
        }
    }

    /**
     * Takes up every breach that belongs to no case yet.
     *
     * @return how many there were
     */
    public int takeUp() {
        int all = 0;
        int taken;
        do {
            taken = chunk();
            all += taken;
        } while (taken == CHUNK);
        return all;
    }

    private int chunk() {
        List<UUID> tried = new ArrayList<>();
        try {
            return inTransaction(CHUNK, tried);
        } catch (RuntimeException failure) {
            log.warn(
                    "One of {} breaches fails: {}",
                    tried.size(),
                    failure.getClass().getName());
            return (int) tried.stream().filter(this::alone).count();
        }
    }

    private int inTransaction(int most, List<UUID> tried) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<RecordedBreach> next = breaches.untaken(most);
            next.forEach(breach -> tried.add(breach.id()));
            take(next);
            return next.size();
        }));
    }

    /** So that one that cannot be taken up holds up no other. */
    private boolean alone(UUID breach) {
        try {
            transaction.executeWithoutResult(status -> take(breaches.find(List.of(breach))));
            return true;
        } catch (RuntimeException failure) {
            log.error(
                    "Breach {} cannot be taken up: {}",
                    breach,
                    Optional.ofNullable(failure.getMessage())
                            .orElse(failure.getClass().getName()));
            return false;
        }
    }

    private void take(List<RecordedBreach> next) {
        Instant now = clock.instant();
        opener.take(next, now);
        breaches.taken(next.stream().map(RecordedBreach::id).toList(), now);
    }
}
