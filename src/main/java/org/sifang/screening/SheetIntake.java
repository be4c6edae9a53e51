package org.sifang.screening;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Fault;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.sifang.screening.SheetReading.Chunk;
import org.sifang.screening.SheetReading.Numbered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a sheet in, chunk by chunk. The people of a chunk and the position behind it are one transaction: killed at any
 * point, the next reader goes on behind the last chunk, and no row is lost or counted twice.
 */
@Component
class SheetIntake {

    static final int CHUNK = 1_000;
    static final int MOST_ROWS = 200_000;

    /** How often an import is taken up again without getting one chunk further. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Logger log = LoggerFactory.getLogger(SheetIntake.class);

    private final ImportRows imports;
    private final SheetStore store;
    private final Register register;
    private final NoticeCategories notices;
    private final Organizations organizations;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SheetIntake(
            ImportRows imports,
            SheetStore store,
            Register register,
            NoticeCategories notices,
            Organizations organizations,
            Journal journal,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.store = store;
        this.register = register;
        this.notices = notices;
        this.organizations = organizations;
        this.journal = journal;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who reads, for how long he may be silent, and whether he should stop between two chunks. */
    interface Reader {

        UUID id();

        Duration lease();

        boolean shouldStop();
    }

    /** Reads an import that this reader has claimed, to its end or until he should stop. */
    void read(SheetImport claimed, Reader reader) {
        if (imports.attempts(claimed.id()) > MOST_ATTEMPTS) {
            end(claimed, reader, ImportState.FAILED, List.of(Fault.at("file", "fault.screening.import.interrupted")));
            return;
        }
        NoticeToScreen notice = notices.require(claimed.notice());
        try (OpenSheet sheet = SheetFile.open(store.read(claimed.id()))) {
            RowCheck check = new RowCheck(
                    sheet.header(),
                    notice,
                    claimed.uploadedAt().atZone(clock.getZone()).toLocalDate());
            SheetReading reading = new SheetReading(sheet, check, claimed.position());
            SheetImport now = claimed;
            Optional<Chunk> chunk = reading.next(CHUNK, MOST_ROWS);
            while (chunk.isPresent()) {
                now = take(now, chunk.get(), reader);
                if (reader.shouldStop()) {
                    imports.release(claimed.id(), reader.id());
                    return;
                }
                chunk = reading.next(CHUNK, MOST_ROWS);
            }
            end(now, reader, ImportState.DONE, List.of());
        } catch (UnreadableSheet refused) {
            end(claimed, reader, ImportState.FAILED, refused.faults());
        } catch (IOException broken) {
            end(claimed, reader, ImportState.FAILED, List.of(Fault.at("file", "fault.screening.file.broken")));
        } catch (LeaseLostException lost) {
            log.info("Import {} is read by another node", claimed.id());
        }
    }

    private SheetImport take(SheetImport before, Chunk chunk, Reader reader) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            List<RowResult> results = new ArrayList<>(chunk.decided());
            results.addAll(register(before, chunk.candidates(), now));
            imports.remark(
                    before.id(), results.stream().filter(RowResult::hasReasons).toList());
            if (!imports.advance(before, chunk.last(), Tally.of(results), reader.id(), reader.lease())) {
                throw new LeaseLostException();
            }
        });
        return imports.find(before.id()).orElseThrow();
    }

    private List<RowResult> register(SheetImport sheet, List<Numbered> numbered, Instant now) {
        if (numbered.isEmpty()) {
            return List.of();
        }
        Register.Source source = new Register.Source(
                sheet.notice(), organizations.require(sheet.organization()), sheet.id(), sheet.uploadedBy());
        List<Registered> registered = register.register(
                source, numbered.stream().map(Numbered::candidate).toList(), now);
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < numbered.size(); i++) {
            Registered one = registered.get(i);
            results.add(new RowResult(numbered.get(i).row(), one.outcome(), one.fresh(), one.reasons()));
        }
        return results;
    }

    private void end(SheetImport last, Reader reader, ImportState state, List<Fault> failure) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (imports.finish(last.id(), reader.id(), state, failure, now)) {
                SheetImport ended = imports.find(last.id()).orElseThrow();
                Tally tally = ended.tally();
                journal.record(new Entry(
                        now,
                        Actor.SYSTEM,
                        state == ImportState.DONE ? "import.finished" : "import.failed",
                        "import",
                        ended.id().toString(),
                        ended.notice(),
                        ended.organization(),
                        Map.of(
                                "rows", Integer.toString(tally.rows()),
                                "created", Integer.toString(tally.created()),
                                "updated", Integer.toString(tally.updated()),
                                "unchanged", Integer.toString(tally.unchanged()),
                                "conflicting", Integer.toString(tally.conflicting()),
                                "rejected", Integer.toString(tally.rejected()))));
                if (tally.cases() > 0) {
                    events.publishEvent(
                            new PeopleFound(ended.notice(), ended.organization(), ended.id(), tally.cases()));
                }
            }
        });
    }

    /** Another reader has taken the import over; what this one did last is rolled back. */
    private static final class LeaseLostException extends RuntimeException {}
}
