package org.sifang.journal;

import java.util.Collection;
import java.util.List;
import org.sifang.kernel.ItemPage;
import org.sifang.organization.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The append-only record. Writers never wait for each other: sealing happens beside them, in blocks. */
@Service
public class Journal {

    /** Most entries of one subject's timeline; what lies further back is found by searching. */
    private static final int TIMELINE = 500;

    private final EntryRows rows;
    private final Blocks blocks;

    Journal(EntryRows rows, Blocks blocks) {
        this.rows = rows;
        this.blocks = blocks;
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
     * hinders nobody. What was written after the last sealing cannot be checked yet.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        return new JournalVerification(blocks).run();
    }

    private static List<JournalEntryView> views(List<StoredEntry> entries) {
        return entries.stream().map(JournalEntryView::of).toList();
    }
}
