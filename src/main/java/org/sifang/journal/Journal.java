package org.sifang.journal;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** The append-only record. Writers never wait for each other: sealing happens beside them, in blocks. */
@Service
public class Journal {

    private final EntryRows rows;

    Journal(EntryRows rows) {
        this.rows = rows;
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
}
