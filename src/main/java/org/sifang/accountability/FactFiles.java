package org.sifang.accountability;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.FactFileVerification.Deviation;
import org.sifang.accountability.FactFileVerification.Reason;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.journal.Verification;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The fact files of cases: compiled from the journal, sealed, kept for good. The hash stands in the journal too, so that
 * file and hash cannot be exchanged together.
 */
@Service
public class FactFiles {

    private static final String SEALED = "accountability.factFileSealed";
    private static final String HASH = "hash";
    private static final String NUMBER = "number";

    private final FactFileRows rows;
    private final AccountabilityRows caseRows;
    private final AccountabilityCases cases;
    private final FactCompiler compiler;
    private final Journal journal;

    FactFiles(
            FactFileRows rows,
            AccountabilityRows caseRows,
            AccountabilityCases cases,
            FactCompiler compiler,
            Journal journal) {
        this.rows = rows;
        this.caseRows = caseRows;
        this.cases = cases;
        this.compiler = compiler;
        this.journal = journal;
    }

    /**
     * Compiles and seals the file of a case. As long as no further breach has joined the case, the file that is there is
     * answered, so that a job may run twice.
     *
     * @param by user name, or {@link Actor#SYSTEM}
     * @throws NotFoundException when there is no such case
     */
    @Transactional
    public FactFile compile(UUID caseId, String by, Instant now) {
        AccountabilityCase one = caseRows.lock(caseId);
        Optional<FactFile> latest = rows.latest(caseId);
        if (latest.isPresent()
                && new HashSet<>(latest.get().breaches()).equals(new HashSet<>(caseRows.breaches(caseId)))) {
            return latest.get();
        }
        int number = latest.map(FactFile::number).orElse(0) + 1;
        FactFile file = FactFile.seal(Ids.next(), compiler.compile(one, number, by, now));
        rows.insert(file, by);
        record(
                one,
                SEALED,
                by,
                now,
                Map.of(
                        NUMBER,
                        String.valueOf(number),
                        HASH,
                        file.hash(),
                        "facts",
                        String.valueOf(file.content().facts().size())));
        return file;
    }

    /** The latest file; empty while none is compiled. */
    public Optional<FactFile> find(UUID caseId) {
        return rows.latest(caseId);
    }

    /** The latest file of a case he may see. */
    public Optional<FactFile> find(UUID caseId, Actor reader) {
        return rows.latest(cases.require(caseId, reader).id());
    }

    /** @throws NotFoundException when there is no such case, or none he may see, or it has no file yet */
    public FactFile require(UUID caseId, Actor reader) {
        return find(caseId, reader).orElseThrow(() -> new NotFoundException("accountability.factFile"));
    }

    /** All of them, the latest first. */
    public List<FactFile> all(UUID caseId, Actor reader) {
        return rows.of(cases.require(caseId, reader).id());
    }

    /** The file leaves the house: that stands in the journal. */
    @Transactional
    public FactFile take(UUID caseId, Actor reader, Instant now) {
        FactFile file = require(caseId, reader);
        record(
                cases.require(caseId),
                "accountability.factFileTaken",
                reader.username(),
                now,
                Map.of(NUMBER, String.valueOf(file.number())));
        return file;
    }

    /** Computes the latest file's hash again and compares it, and every entry it was compiled from, with the journal. */
    public FactFileVerification verify(UUID caseId, Actor reader) {
        FactFile file = require(caseId, reader);
        List<Deviation> deviations = new ArrayList<>();
        if (!file.fitsItself()) {
            deviations.add(new Deviation(Reason.FILE_CHANGED, null));
        }
        if (!file.hash().equals(sealedHash(file))) {
            deviations.add(new Deviation(Reason.SEAL_DIFFERS, null));
        }
        int checked = compare(file.orNull(), deviations);
        Verification whole = journal.verify();
        if (!whole.intact()) {
            Verification.Broken broken = whole.firstBroken();
            deviations.add(new Deviation(Reason.JOURNAL_BROKEN, broken == null ? null : broken.entry()));
        }
        return new FactFileVerification(
                file.number(), FactFile.sha256(file.canonical().getBytes(StandardCharsets.UTF_8)), checked, deviations);
    }

    private @Nullable String sealedHash(FactFile file) {
        return journal.allAbout(file.caseId().toString()).stream()
                .filter(entry -> entry.action().equals(SEALED)
                        && String.valueOf(file.number()).equals(entry.facts().get(NUMBER)))
                .map(entry -> entry.facts().get(HASH))
                .findFirst()
                .orElse(null);
    }

    private int compare(@Nullable FactFileContent content, List<Deviation> deviations) {
        if (content == null) {
            return 0;
        }
        Map<UUID, Map<Long, JournalEntryView>> known = new HashMap<>();
        int checked = 0;
        for (Fact fact : content.facts()) {
            Long number = fact.entry();
            if (number == null) {
                continue;
            }
            JournalEntryView entry =
                    known.computeIfAbsent(fact.subject(), this::entries).get(number);
            if (entry == null) {
                deviations.add(new Deviation(Reason.ENTRY_MISSING, number));
            } else if (!EntryDigest.of(entry).equals(fact.digest())) {
                deviations.add(new Deviation(Reason.ENTRY_CHANGED, number));
            }
            checked++;
        }
        return checked;
    }

    private Map<Long, JournalEntryView> entries(UUID subject) {
        return journal.allAbout(subject.toString()).stream()
                .collect(Collectors.toMap(JournalEntryView::sequence, Function.identity()));
    }

    private void record(AccountabilityCase one, String action, String by, Instant now, Map<String, String> facts) {
        journal.record(new Entry(
                now, by, action, "accountability", one.id().toString(), one.notice(), one.organization(), facts));
    }
}
