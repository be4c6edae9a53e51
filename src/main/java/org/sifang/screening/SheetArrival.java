package org.sifang.screening;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.Sha256;
import org.sifang.organization.Organization;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks into a sheet at the door and puts it down for the worker. Some sheets at a time are unpacked, however many arrive
 * at once: each may need a hundred megabytes for a moment.
 */
@Component
class SheetArrival {

    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_NAME = 120;

    private final Semaphore gate = new Semaphore(AT_A_TIME, true);
    private final ImportRows imports;
    private final SheetStore store;
    private final ImportWorker worker;
    private final Journal journal;
    private final TransactionTemplate transaction;

    SheetArrival(
            ImportRows imports,
            SheetStore store,
            ImportWorker worker,
            Journal journal,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.store = store;
        this.worker = worker;
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * What was brought by whom.
     *
     * @param sender user name
     */
    record Delivery(NoticeToScreen notice, Organization holder, String fileName, String sender, Instant at) {}

    /**
     * @return id of the import
     * @throws FaultsException with everything that is wrong with the file as a whole
     */
    UUID take(Delivery delivery, InputStreamSource source) {
        UUID id = Ids.next();
        enter();
        try {
            byte[] content = read(source);
            Look look = look(content);
            transaction.executeWithoutResult(status -> put(id, delivery, content, look));
        } finally {
            gate.release();
        }
        worker.wake();
        return id;
    }

    private void enter() {
        try {
            if (gate.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new FaultsException(Fault.at("file", "fault.screening.file.busy"));
    }

    private static byte[] read(InputStreamSource source) {
        try (InputStream in = source.getInputStream()) {
            byte[] content = in.readNBytes(Math.toIntExact(SheetFile.LARGEST + 1));
            if (content.length > SheetFile.LARGEST) {
                throw new FaultsException(Fault.at("file", "fault.screening.file.large", SheetFile.LARGEST >> 20));
            }
            return content;
        } catch (IOException cutOff) {
            throw new FaultsException(Fault.at("file", "fault.screening.file.broken"));
        }
    }

    private record Look(OpenSheet.Format format, int expected, int hidden) {}

    private static Look look(byte[] content) {
        try (OpenSheet open = SheetFile.open(content)) {
            if (open.next() == null) {
                throw new FaultsException(Fault.at("file", "fault.screening.file.no-rows"));
            }
            return new Look(open.format(), open.expected(), open.hidden());
        } catch (UnreadableSheet refused) {
            throw new FaultsException(refused.faults());
        } catch (IOException broken) {
            throw new FaultsException(Fault.at("file", "fault.screening.file.broken"));
        }
    }

    private void put(UUID id, Delivery delivery, byte[] content, Look look) {
        String name = delivery.fileName();
        SheetImport sheet = new SheetImport(
                id,
                delivery.notice().id(),
                delivery.holder().code(),
                delivery.holder().division(),
                delivery.holder().sector(),
                delivery.sender(),
                delivery.at(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                content.length,
                ImportState.RUNNING,
                look.expected(),
                look.hidden(),
                0,
                Tally.NOTHING,
                List.of(),
                null,
                Duration.ZERO);
        imports.insert(sheet, look.format());
        store.write(id, content);
        journal.record(new Entry(
                delivery.at(),
                delivery.sender(),
                "import.uploaded",
                "import",
                id.toString(),
                sheet.notice(),
                sheet.organization(),
                Map.of("bytes", Long.toString(content.length), "sha256", Sha256.hex(content))));
    }
}
