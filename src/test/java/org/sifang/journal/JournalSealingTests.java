package org.sifang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sifang.journal.JournalFixture.entries;
import static org.sifang.journal.JournalFixture.entry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class JournalSealingTests {

    private JournalFixture fixture;

    @BeforeEach
    void open() {
        fixture = new JournalFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void putsEveryEntryIntoOneBlockOfLimitedSize() {
        fixture.journal.recordAll(entries(25_000));
        fixture.sealing.sealNow();
        assertThat(fixture.blockSizes()).containsExactly(10_000, 10_000, 5_000);
        assertThat(fixture.journal.verify())
                .extracting(Verification::entries, Verification::sealed, Verification::intact)
                .containsExactly(25_000L, 25_000L, true);
    }

    @Test
    void makesNoBlockOutOfNothing() {
        fixture.sealing.sealNow();
        fixture.journal.record(entry("one", "150502"));
        fixture.sealing.sealNow();
        fixture.sealing.sealNow();
        fixture.sealing.sealNow();
        assertThat(fixture.blockSizes()).containsExactly(1);
    }

    @Test
    void sealsAnEntryThatIsCommittedAfterYoungerOnesWereSealed() throws SQLException {
        try (Writer slow = new Writer()) {
            slow.write("slow");
            fixture.journal.record(entry("quick", "150502"));
            fixture.sealing.sealNow();
            assertThat(fixture.blockOf("quick")).contains(1L);
            assertThat(fixture.blockOf("slow")).isEmpty();

            fixture.journal.record(entry("later", "150502"));
            fixture.sealing.sealNow();
            slow.commit();
        }
        fixture.sealing.sealNow();
        assertThat(fixture.blockOf("later")).contains(2L);
        assertThat(fixture.blockOf("slow")).contains(3L);
        assertThat(fixture.journal.verify())
                .extracting(Verification::sealed, Verification::intact)
                .containsExactly(3L, true);
    }

    @Test
    void looksBackToTheOldestRunningWriterAndNoFurther() throws SQLException {
        fixture.journal.recordAll(entries(10));
        sealUntilSettled(10);
        try (Writer slow = new Writer()) {
            slow.write("slow");
            fixture.journal.recordAll(entries(10));
            for (int i = 0; i < 5; i++) {
                fixture.sealing.sealNow();
            }
            assertThat(settled()).isEqualTo(10);
            slow.commit();
        }
        sealUntilSettled(21);
    }

    @Test
    void takesAnEntryThatWasTakenBackForAGapOnly() throws SQLException {
        try (Writer slow = new Writer()) {
            slow.write("given up");
            fixture.journal.record(entry("quick", "150502"));
            fixture.sealing.sealNow();
            slow.rollback();
        }
        sealUntilSettled(2);
        assertThat(fixture.journal.verify())
                .extracting(Verification::entries, Verification::intact)
                .containsExactly(1L, true);
    }

    @Test
    void goesOnInAnotherClusterWhoseTransactionsBeginAgain() {
        fixture.journal.recordAll(entries(10));
        fixture.sealing.sealNow();
        // As a dump leaves it that comes from a cluster with many more transactions behind it.
        fixture.jdbc
                .sql("update journal_chain set mark_transaction = '9000000000000000000'")
                .update();
        fixture.journal.record(entry("after the move", "150502"));
        sealUntilSettled(11);
        assertThat(fixture.blockOf("after the move")).contains(2L);
    }

    @Test
    void aWriterHasItsTransactionIdBeforeItsNumber() throws SQLException {
        try (Connection connection = fixture.database.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient writer = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // Not a row is written, so PostgreSQL itself would have given no id.
            writer.sql("insert into journal_entry (occurred_at, actor, action, subject_type, subject, facts)"
                            + " select now(), '', '', '', '', '' where false")
                    .update();
            assertThat(writer.sql("select pg_current_xact_id_if_assigned() is not null")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            connection.rollback();
        }
    }

    @Test
    void sealsWhileManyWriteAndSeveralSeal() {
        AtomicInteger writing = new AtomicInteger(3);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            all.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 40; i++) {
                    fixture.journal.recordAll(entries(25));
                }
                writing.decrementAndGet();
            }));
        }
        for (int sealer = 0; sealer < 2; sealer++) {
            all.add(CompletableFuture.runAsync(() -> {
                while (writing.get() > 0) {
                    fixture.sealing.sealNow();
                }
            }));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        fixture.sealing.sealNow();
        assertThat(fixture.jdbc
                        .sql("select count(distinct entry) from (select unnest(entries) as entry from journal_block) m")
                        .query(Long.class)
                        .single())
                .isEqualTo(3_000);
        assertThat(fixture.journal.verify())
                .extracting(Verification::entries, Verification::sealed, Verification::intact)
                .containsExactly(3_000L, 3_000L, true);
    }

    private long settled() {
        return fixture.blocks.head().orElseThrow().settled();
    }

    /** Transactions of other databases count as running too, so it may take more than the two passes of a quiet server. */
    private void sealUntilSettled(long sequence) {
        for (int pass = 0; pass < 1_000 && settled() < sequence; pass++) {
            fixture.sealing.sealNow();
        }
        assertThat(settled()).isEqualTo(sequence);
    }

    /** Writes on a connection of its own, and commits when told. */
    private final class Writer implements AutoCloseable {

        private final Connection connection = fixture.database.getConnection();

        Writer() throws SQLException {
            connection.setAutoCommit(false);
        }

        void write(String subject) {
            new JdbcTemplate(new SingleConnectionDataSource(connection, true)).update("""
                    insert into journal_entry (occurred_at, actor, action, subject_type, subject, facts)
                    values (now(), 'a', 'b', 'c', ?, '{}')
                    """, subject);
        }

        void commit() throws SQLException {
            connection.commit();
        }

        void rollback() throws SQLException {
            connection.rollback();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
