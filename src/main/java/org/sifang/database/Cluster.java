package org.sifang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What PostgreSQL calls a cluster: the databases in one folder. Makes it, and puts it in order before each start. */
record Cluster(DataFolder folder, Programs programs) {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    /** The main version of the binaries; data of another one cannot be read. */
    private static final String VERSION = "17";

    private static final Duration STOP_WAIT = Duration.ofMinutes(2);

    /** Afterwards the databases are there and nobody runs on them. */
    void prepare() throws IOException {
        if (!Files.exists(folder.data())) {
            create();
            return;
        }
        requireVersion();
        switch (LeftOver.in(folder.data())) {
            case SERVER -> {
                log.warn("A PostgreSQL left over from an application that was killed is still running; stopping it");
                stop();
            }
            case STALE -> Files.delete(folder.data().resolve("postmaster.pid"));
            case NOTHING, UNKNOWN -> {}
        }
        programs.account().own(folder.data());
        if (!folder.hasPassword()) {
            log.warn("The password of the own database is gone; giving it a new one");
            setPassword(folder.data());
        }
    }

    /** Cuts off whoever is connected, and stops; nothing committed is lost. */
    void stop() throws IOException {
        try {
            stop("fast");
        } catch (Programs.Failed slow) {
            if (LeftOver.in(folder.data()) == LeftOver.SERVER) {
                log.warn("PostgreSQL takes long to stop; it will recover at its next start", slow);
                stop("immediate");
            }
        }
    }

    private void stop(String mode) throws IOException {
        programs.run(
                "pg_ctl",
                "stop",
                "--wait",
                "--timeout=" + STOP_WAIT.toSeconds(),
                "--mode=" + mode,
                "--pgdata=" + folder.data());
    }

    /** Makes it beside its place and moves it there when complete, so that a half-made one is never used. */
    private void create() throws IOException {
        Path fresh = folder.fresh();
        programs.account().own(fresh);
        programs.run(
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + OwnPostgres.USER,
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        alone(fresh, "CREATE DATABASE " + OwnPostgres.DATABASE);
        setPassword(fresh);
        Files.writeString(fresh.resolve("pg_hba.conf"), """
                host all         all 127.0.0.1/32 scram-sha-256
                host replication all 127.0.0.1/32 scram-sha-256
                """);
        Files.move(fresh, folder.data());
    }

    private void setPassword(Path data) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        alone(data, "ALTER ROLE " + OwnPostgres.USER + " PASSWORD '" + password + "'");
        folder.writePassword(password);
    }

    /** The single-user mode of the server needs no password, and none passes through a command line. */
    private void alone(Path data, String statement) throws IOException {
        programs.run(
                statement + "\n",
                "postgres",
                List.of("--single", "-c", "exit_on_error=on", "-D", data.toString(), "postgres"));
    }

    private void requireVersion() throws IOException {
        Path file = folder.data().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new DatabaseStartException(
                    "The folder " + folder.data() + " holds no PostgreSQL database.",
                    "Set sifang.data to another folder, or restore this one from a backup.");
        }
        String version = Files.readString(file).strip();
        if (!version.equals(VERSION)) {
            throw new DatabaseStartException(
                    "The data in " + folder.data() + " were written by PostgreSQL " + version
                            + "; this application brings " + VERSION + ".",
                    "Start the release of the application that wrote them and move the data with pg_dump and"
                            + " pg_restore (src/docs/operations.md), or set sifang.data to another folder.");
        }
    }
}
