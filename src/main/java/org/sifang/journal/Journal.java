package org.sifang.journal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.sifang.kernel.ItemPage;
import org.sifang.organization.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The append-only record. Writers never wait for each other: sealing happens beside them, in blocks. */
@Service
public class Journal {

    /** Most entries of one subject's timeline; what lies further back is found by searching. */
    private static final int TIMELINE = 500;

    private final EntryRows rows;
    private final Blocks blocks;

    private final TransactionTemplate snapshot;
    private final Lock oneVerification = new ReentrantLock();

    Journal(EntryRows rows, Blocks blocks, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.blocks = blocks;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Writes one entry in the caller's transaction. */
    public void record(Entry entry) {
        recordAll(List.of(entry));
    }

    /** Writes many entries in the caller's transaction, with one statement; some thousand at a time do well. */
    public void recordAll(Collection<Entry> entries) {
        if (!entries.isEmpty()) {
            rows.insert(entries);
        }
    }

    /** What the reader may see about the subject, newest first; the newest 500 at most. */
    public List<JournalEntryView> about(String subject, Scope scope) {
        return views(rows.find(JournalSearch.about(subject), scope, Long.MAX_VALUE, TIMELINE, 0));
    }

    /**
     * Everything about the subject, oldest first. For those who have already decided that their reader may see the
     * subject, and for fact files; nothing is left out.
     */
    public List<JournalEntryView> allAbout(String subject) {
        return views(rows.allAbout(subject));
    }

    /** What the reader may see of what he looks for, newest first; counts all of it. */
    public ItemPage<JournalEntryView> search(JournalSearch search, Scope scope, int page, int size) {
        List<StoredEntry> found = rows.find(search, scope, Long.MAX_VALUE, size, Math.multiplyExact(page, size));
        return new ItemPage<>(views(found), rows.count(search, scope), page, size);
    }

    /** The same, without counting: what comes before the entry of this number, which may be the highest of all. */
    public List<JournalEntryView> before(long sequence, JournalSearch search, Scope scope, int limit) {
        return views(rows.find(search, scope, sequence, limit, 0));
    }

    /**
     * Computes the whole journal again and compares it with its seals; reads some hundred thousand entries a second and
     * hinders nobody; two at a time would only slow each other down, so the second waits. What was written after the last
     * sealing cannot be checked yet.
     */
    public Verification verify() {
        oneVerification.lock();
        try {
            return Objects.requireNonNull(snapshot.execute(status -> new JournalVerification(blocks).run()));
        } finally {
            oneVerification.unlock();
        }
    }

    private static List<JournalEntryView> views(List<StoredEntry> entries) {
        return entries.stream().map(JournalEntryView::of).toList();
    }
}
