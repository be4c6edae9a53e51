package org.sifang.isolation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints a job file by file. A file, the entries in the journal and the job's position are one transaction: whatever is
 * killed begins again behind the last file, and no file is there twice.
 */
@Component
class PaperPrinting {

    private static final Logger log = LoggerFactory.getLogger(PaperPrinting.class);

    /** People a file. */
    static final int CHUNK = 100;

    /** A file takes some seconds; after a kill another printer waits that long. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final int ATTEMPTS = 3;

    private final PaperJobRows jobs;
    private final PaperStore store;
    private final CasePapers papers;
    private final FoundCases found;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PaperPrinting(
            PaperJobRows jobs,
            PaperStore store,
            CasePapers papers,
            FoundCases found,
            TransactionTemplate transaction,
            Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.papers = papers;
        this.found = found;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes up the oldest job that waits and prints it to its end, or until it is to stop.
     *
     * @return false when none waited
     */
    boolean printOne(UUID printer, BooleanSupplier stop) {
        Optional<PaperJob> claimed = jobs.claim(printer, LEASE);
        claimed.ifPresent(job -> print(job, printer, stop));
        return claimed.isPresent();
    }

    void print(PaperJob claimed, UUID printer, BooleanSupplier stop) {
        if (jobs.attempts(claimed.id()) > ATTEMPTS) {
            log.error("Papers {} are given up after {} attempts", claimed.id(), ATTEMPTS);
            jobs.fail(claimed.id(), clock.instant());
            return;
        }
        Optional<PaperJob> job = Optional.of(claimed);
        while (job.isPresent() && job.get().running()) {
            if (stop.getAsBoolean()) {
                jobs.release(claimed.id(), printer);
                return;
            }
            PaperJob before = job.get();
            job = transaction.execute(status -> file(before, printer));
        }
    }

    private Optional<PaperJob> file(PaperJob before, UUID printer) {
        Instant now = clock.instant();
        List<UUID> wanted = jobs.next(before, CHUNK);
        Map<UUID, PersonCase> known =
                found.find(wanted).stream().collect(Collectors.toMap(PersonCase::id, Function.identity()));
        List<PersonCase> cases = papers.fitting(
                wanted.stream().filter(known::containsKey).map(known::get).toList(), before.kind());
        // First, so that a printer who lost its lease prints nothing twice.
        Optional<PaperJob> after =
                jobs.advance(before, wanted.size(), wanted.size() - cases.size(), printer, LEASE, now);
        if (after.isPresent() && !cases.isEmpty()) {
            byte[] content = papers.print(
                    cases,
                    before.kind(),
                    before.orderedBy(),
                    CasePapers.purpose(before.kind(), "papers", before.id(), cases.get(0)),
                    now);
            store.write(before.id(), before.position() + 1, before.position() + wanted.size(), cases.size(), content);
        }
        return after;
    }
}
