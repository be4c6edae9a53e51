package org.sifang.journal;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The append-only record. Writers never wait for each other: sealing happens beside them, in blocks. */
@Service
public class Journal {

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes one entry in the caller's transaction. */
    public void record(Entry entry) {
        recordAll(List.of(entry));
    }

    /** Writes many entries in the caller's transaction, with one statement. */
    public void recordAll(Collection<Entry> entries) {
        throw new UnsupportedOperationException(String.valueOf(jdbc));
    }
}
