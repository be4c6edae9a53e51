package org.sifang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.database.OwnPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Entries a second that two threads write while a third seals, beside the plain way to make a record tamper-evident: a
 * chain in which each entry holds the hash of the one before, so that every writer holds the head until he has committed.
 * On a PostgreSQL that waits for the disk, as in earnest; the two ways take turns.
 */
@Tag("bench")
class JournalBenchmark {

    private static final Duration TURN = Duration.ofSeconds(4);
    private static final int TURNS = 3;
    private static final int WRITERS = 2;

    private static final String NOTHING = "select";

    /** What a transaction does besides: the engine, the task list and the messages take some milliseconds. */
    private static final String OTHER_WORK = "select pg_sleep(0.005)";

    @Test
    void writersBesideTheSealingAndWritersInAChain() throws Exception {
        try (OwnPostgres server = OwnPostgres.start(
                        Path.of("target/bench-postgres-journal"),
                        Path.of("target/postgresql"),
                        ZoneId.of("Asia/Shanghai"),
                        Map.of());
                JournalFixture fixture = new JournalFixture(database(server))) {
            new JdbcTemplate(fixture.database).execute(Chain.TABLES);
            compare(fixture, 1, NOTHING);
            compare(fixture, 1, OTHER_WORK);
            compare(fixture, 20, OTHER_WORK);
            compare(fixture, 500, NOTHING);
            fixture.sealing.sealNow();
            long begin = System.nanoTime();
            Verification verification = fixture.journal.verify();
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(verification.intact()).isTrue();
            say(
                    "verification: %,d entries in %,d blocks, %,.0f entries/s",
                    verification.entries(), verification.blocks(), verification.entries() / seconds);
        }
    }

    private static void compare(JournalFixture fixture, int size, String otherWork) {
        JdbcTemplate jdbc = new JdbcTemplate(fixture.database);
        List<Entry> entries = IntStream.range(0, size)
                .mapToObj(number -> JournalFixture.entry("duty-" + number, "150502"))
                .toList();
        Chain chain = new Chain(fixture);
        Runnable beside = () -> fixture.transaction.executeWithoutResult(status -> {
            fixture.journal.recordAll(entries);
            jdbc.execute(otherWork);
        });
        Runnable inTurn = () -> fixture.transaction.executeWithoutResult(status -> {
            chain.recordAll(entries);
            jdbc.execute(otherWork);
        });
        List<Double> sealed = new ArrayList<>();
        List<Double> chained = new ArrayList<>();
        for (int turn = 0; turn <= TURNS; turn++) {
            double one = size * perSecond(beside, fixture.sealing::sealNow);
            double other = size * perSecond(inTurn, () -> {});
            if (turn > 0) { // the first warms up
                sealed.add(one);
                chained.add(other);
            }
        }
        say(
                "%3d entries a transaction%s: sealed beside the writers %,9.0f entries/s, chained %,9.0f entries/s, ratio %.1f",
                size,
                otherWork.equals(NOTHING) ? "" : " that goes on for 5 ms",
                median(sealed),
                median(chained),
                median(sealed) / median(chained));
    }

    /** Transactions a second of all writers together. */
    private static double perSecond(Runnable transaction, Runnable sealing) {
        var sealer = Executors.newSingleThreadScheduledExecutor();
        sealer.scheduleWithFixedDelay(sealing, 1, 1, TimeUnit.SECONDS);
        long end = System.nanoTime() + TURN.toNanos();
        List<CompletableFuture<Integer>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.supplyAsync(() -> {
                    int done = 0;
                    while (System.nanoTime() < end) {
                        transaction.run();
                        done++;
                    }
                    return done;
                }))
                .toList();
        int done = writers.stream().mapToInt(CompletableFuture::join).sum();
        sealer.shutdown();
        try {
            sealer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return done / (double) TURN.toSeconds();
    }

    private static DataSource database(OwnPostgres server) {
        new JdbcTemplate(source(server, "postgres")).execute("drop database if exists bench");
        new JdbcTemplate(source(server, "postgres")).execute("create database bench");
        DataSource database = source(server, "bench");
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static DataSource source(OwnPostgres server, String name) {
        return new DriverManagerDataSource(server.url(name), OwnPostgres.USER, server.password());
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }

    private static void say(String words, Object... args) {
        System.out.println("journal  " + String.format(Locale.ROOT, words, args));
    }

    /** The opponent: one head, one hash after the other; rows with the same columns and the same indexes. */
    private static final class Chain {

        static final String TABLES = """
                create table chain_entry (like journal_entry including all, hash bytea);
                create table chain_head (hash bytea not null);
                insert into chain_head values ('\\x00')
                """;

        private final JdbcTemplate jdbc;

        Chain(JournalFixture fixture) {
            this.jdbc = new JdbcTemplate(fixture.database);
        }

        void recordAll(List<Entry> entries) {
            byte[] hash = jdbc.queryForObject("select hash from chain_head for update", byte[].class);
            List<Object[]> rows = new ArrayList<>();
            MessageDigest digest = MerkleTree.sha256();
            for (Entry entry : entries) {
                digest.update(hash);
                hash = digest.digest(entry.toString().getBytes(StandardCharsets.UTF_8));
                rows.add(new Object[] {
                    entry.at().toString(),
                    entry.actor(),
                    entry.action(),
                    entry.subjectType(),
                    entry.subject(),
                    entry.notice(),
                    entry.organization(),
                    "150502",
                    null,
                    Facts.write(entry.facts()),
                    hash
                });
            }
            insert(rows);
            jdbc.update("update chain_head set hash = ?", hash);
        }

        private void insert(List<Object[]> rows) {
            String[] types = {
                "timestamptz", "text", "text", "text", "text", "uuid", "text", "text", "text", "text", "bytea"
            };
            jdbc.update("""
                    insert into chain_entry (occurred_at, actor, action, subject_type, subject, notice, organization,
                                             division, sector, facts, hash)
                    select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, statement -> {
                for (int column = 0; column < types.length; column++) {
                    int at = column;
                    Object[] values = rows.stream()
                            .map(row -> row[at])
                            .toArray(types[at].equals("bytea") ? byte[][]::new : Object[]::new);
                    statement.setArray(column + 1, statement.getConnection().createArrayOf(types[column], values));
                }
            });
        }
    }
}
