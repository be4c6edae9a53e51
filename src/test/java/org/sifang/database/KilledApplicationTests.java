package org.sifang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real application process is killed in the middle of its work. */
@Timeout(120)
class KilledApplicationTests {

    private static final Path BINARIES = Path.of("target/postgresql").toAbsolutePath();

    @TempDir
    private Path home;

    private Process child;

    @BeforeEach
    void startTheApplication() throws IOException {
        child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseChild.class.getName(),
                        home.toString(),
                        BINARIES.toString())
                .redirectError(home.resolve("child.err").toFile())
                .start();
    }

    @AfterEach
    void endIt() throws InterruptedException {
        child.destroyForcibly().waitFor();
    }

    @Test
    void whatWasCommittedBeforeTheKillIsThereAndTheServerLeftOverIsStopped() throws Exception {
        int committed = countTo(200);
        ProcessHandle leftOver = server();
        child.destroyForcibly().waitFor();

        int counted;
        try (OwnPostgres next = start()) {
            assertThat(leftOver.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
            counted = count(next);
        }

        assertThat(counted).isGreaterThanOrEqualTo(committed);
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void whatWasCommittedIsThereAlsoWhenTheServerDiedWithTheApplication() throws Exception {
        int committed = countTo(200);
        ProcessHandle server = server();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        child.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }

        try (OwnPostgres next = start()) {
            assertThat(count(next)).isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void aSecondApplicationIsRefusedWithTheProcessThatHoldsTheFolder() throws Exception {
        countTo(1);

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(home.toRealPath().toString())
                .hasMessageEndingWith("process " + child.pid() + ".");
        assertThat(server().isAlive()).isTrue();

        child.destroyForcibly().waitFor();
        start().close();
    }

    private int countTo(int number) throws IOException {
        BufferedReader output = child.inputReader();
        int last = 0;
        while (last < number) {
            String line = output.readLine();
            assertThat(line).as(Files.readString(home.resolve("child.err"))).isNotNull();
            last = line.matches("\\d+") ? Integer.parseInt(line) : last;
        }
        return last;
    }

    private ProcessHandle server() throws IOException {
        assertThat(LeftOver.in(home.toRealPath().resolve("postgres"))).isEqualTo(LeftOver.SERVER);
        String pid = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private OwnPostgres start() {
        return OwnPostgres.start(home, BINARIES, ZoneId.of("Asia/Shanghai"), Map.of());
    }

    private static int count(OwnPostgres server) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url(OwnPostgres.DATABASE), OwnPostgres.USER, server.password());
                var rows = connection.createStatement().executeQuery("select count(*) from counted")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
