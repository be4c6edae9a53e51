package org.sifang.screening;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sifang.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one thread of a node that reads uploaded sheets, one after the other. Woken by an upload; looks by itself now and
 * then for what another node left behind.
 */
@Component
class ImportWorker implements SmartLifecycle, SheetIntake.Reader {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    /** Between two chunks; a chunk takes far below a second. After a kill another reader waits that long. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** To the first chunk: a large sheet has to be unpacked, and after a restart read up to its position. */
    private static final Duration FIRST_LEASE = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ImportRows imports;
    private final SheetIntake intake;
    private final UUID id = Ids.next();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = new Thread(this::work);

    ImportWorker(ImportRows imports, SheetIntake intake) {
        this.imports = imports;
        this.intake = intake;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public boolean shouldStop() {
        return !running;
    }

    /** There is something to read. */
    void wake() {
        wake.release();
    }

    private void work() {
        while (running) {
            if (!readOne()) {
                rest();
            }
        }
    }

    /** Reads one import; false when there was none, or when it could not be read now. */
    private boolean readOne() {
        try {
            Optional<SheetImport> claimed = imports.claim(id, FIRST_LEASE);
            claimed.ifPresent(sheet -> intake.read(sheet, this));
            return claimed.isPresent();
        } catch (RuntimeException | OutOfMemoryError failed) {
            // Rolled back; the import is taken up again when its lease has run out. Its message may quote a cell.
            log.error("Reading a sheet was cut off by {}", failed.getClass().getName());
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
        thread = new Thread(this::work, "sheets");
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops behind the chunk being taken in. */
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
