package org.sifang.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The blocks and the head of the chain. */
@Repository
class Blocks {

    /** Any number that nothing else in the house locks: the letters SFJ. */
    private static final long LOCK = 0x53464A;

    private final JdbcClient jdbc;

    Blocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Head of the chain and the state of the search for unsealed entries.
     *
     * @param settled every entry up to here is sealed or was rolled back
     * @param mark becomes settled once every transaction older than the one that set the mark is over
     */
    record Head(long block, byte[] hash, long settled, long mark) {}

    /**
     * One look at the transactions that are running.
     *
     * @param passed whether all that were running when the mark was set are over
     * @param at the database's time
     */
    record Look(boolean passed, Instant at) {}

    /** Keeps every other node from sealing until the transaction ends; false when one is at it. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    Optional<Head> head() {
        return jdbc.sql("select block, hash, settled, mark from journal_chain")
                .query((row, number) -> new Head(
                        row.getLong("block"), row.getBytes("hash"), row.getLong("settled"), row.getLong("mark")))
                .optional();
    }

    /** The last sequence number any writer has drawn. */
    long lastDrawn() {
        return jdbc.sql("select case when is_called then last_value else 0 end from journal_entry_sequence_seq")
                .query(Long.class)
                .single();
    }

    /**
     * Takes a transaction id of its own, which is higher than that of every writer who has drawn a number by now; so it
     * has to come after {@link #lastDrawn}. A mark from the future was set in another cluster, whose transactions ended
     * when this database was restored from its dump.
     */
    Look look() {
        return jdbc.sql("""
                        select mark_transaction <= pg_snapshot_xmin(pg_current_snapshot())
                               or mark_transaction > pg_current_xact_id() as passed, clock_timestamp() as at
                          from journal_chain
                        """)
                .query((row, number) -> new Look(
                        row.getBoolean("passed"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
    }

    /**
     * Entries above {@code after} that are in no block, by number. Not in: an array's length is unknown to the planner, and
     * for {@code not exists} it may choose a loop over a few hundred thousand members; this is always a hash.
     */
    List<StoredEntry> unsealed(Head head, long after, int limit) {
        return jdbc.sql("select " + StoredEntry.COLUMNS + """
                          from journal_entry e
                         where e.sequence > :after
                           and e.sequence not in (
                               select unnest(b.entries) from journal_block b where b.last_entry > :settled)
                         order by e.sequence
                         limit :limit
                        """)
                .param("after", after)
                .param("settled", head.settled())
                .param("limit", limit)
                .query(StoredEntry::read)
                .list();
    }

    void append(Block block) {
        jdbc.sql("""
                        insert into journal_block (number, previous, sealed_at, entries, leaves, root, hash)
                        values (:number, :previous, :sealedAt, :entries, :leaves, :root, :hash)
                        """)
                .param("number", block.number())
                .param("previous", block.previous())
                .param("sealedAt", block.sealedAt().atOffset(ZoneOffset.UTC))
                .param("entries", block.entries())
                .param("leaves", block.leaves())
                .param("root", block.root())
                .param("hash", block.hash())
                .update();
        jdbc.sql("update journal_chain set block = :number, hash = :hash")
                .param("number", block.number())
                .param("hash", block.hash())
                .update();
    }

    /** The mark is settled; a new one is set, in the name of the running transaction. */
    void settle(long settled, long mark) {
        jdbc.sql("""
                        update journal_chain
                           set settled = :settled, mark = :mark, mark_transaction = pg_current_xact_id()
                        """).param("settled", settled).param("mark", mark).update();
    }

    /** The entries of these blocks that are still there. */
    List<StoredEntry> entries(Collection<Block> some) {
        Long[] members =
                some.stream().flatMap(block -> Arrays.stream(block.entries())).toArray(Long[]::new);
        return jdbc.sql("select " + StoredEntry.COLUMNS + " from journal_entry e where e.sequence = any(:members)")
                .param("members", members)
                .query(StoredEntry::read)
                .list();
    }

    long countEntries(long upTo) {
        return jdbc.sql("select count(*) from journal_entry where sequence <= :upTo")
                .param("upTo", upTo)
                .query(Long.class)
                .single();
    }

    /** The lowest number up to this one of an entry that no block names. */
    Optional<Long> firstInNoBlock(long upTo) {
        return jdbc.sql("""
                        select sequence from journal_entry
                         where sequence <= :upTo and sequence not in (select unnest(entries) from journal_block)
                         order by sequence limit 1
                        """).param("upTo", upTo).query(Long.class).optional();
    }

    /** Blocks from this number on, the number rising, until together they have so many entries. */
    List<Block> from(long number, int entries) {
        return jdbc.sql("""
                        select number, previous, sealed_at, entries, leaves, root, hash
                          from (select b.*, sum(size) over (order by number) - size as before
                                  from (select * from journal_block where number >= :number order by number limit 500) b) next
                         where before < :entries
                         order by number
                        """)
                .param("number", number)
                .param("entries", entries)
                .query(Block::read)
                .list();
    }
}
