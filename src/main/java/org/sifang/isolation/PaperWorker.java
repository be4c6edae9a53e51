package org.sifang.isolation;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sifang.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one thread of a node that prints papers for many. Woken by an order; looks by itself now and then for what another
 * node left behind.
 */
@Component
class PaperWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PaperWorker.class);

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PaperPrinting printing;
    private final UUID id = Ids.next();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = new Thread(this::work);

    PaperWorker(PaperPrinting printing) {
        this.printing = printing;
    }

    /** There is something to print. */
    void wake() {
        wake.release();
    }

    private void work() {
        while (running) {
            if (!printOne()) {
                rest();
            }
        }
    }

    private boolean printOne() {
        try {
            return printing.printOne(id, () -> !running);
        } catch (RuntimeException | OutOfMemoryError failed) {
            // Rolled back; the job is taken up again when its lease has run out. Its message may quote a person.
            log.error("Printing papers was cut off by {}", failed.getClass().getName());
            return false;
        }
    }

    private void rest() {
        try {
            if (wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::work, "papers");
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops behind the file being printed. */
    @Override
    public void stop() {
        running = false;
        wake.release();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
