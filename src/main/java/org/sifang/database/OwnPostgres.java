package org.sifang.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this application: it starts and stops with it and keeps its data in a folder.
 * Zonky's launcher is made for tests (fsync off, trust for everybody, five seconds to stop), so only its binaries are
 * used.
 */
public final class OwnPostgres implements AutoCloseable {

    /** The only role; its password is drawn at random. */
    public static final String USER = "sifang";

    /** The application's database, there from the beginning. */
    public static final String DATABASE = "sifang";

    private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);

    /** Recovery after a crash replays what no checkpoint had written yet; a server that fails is noticed at once. */
    private static final Duration START_WAIT = Duration.ofHours(1);

    private static final int ATTEMPTS = 30;

    private final DataFolder folder;
    private final Programs programs;
    private final Cluster cluster;
    private int port;

    private OwnPostgres(DataFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
        this.cluster = new Cluster(folder, programs);
    }

    /**
     * Starts the server on {@code home}, creating its data at the first time. A server left over there by an
     * application that was killed is stopped first; what it had committed is there.
     *
     * @param home the folder of the application's data; the server's lie in {@code postgres} below it
     * @param binaries where PostgreSQL's programs are unpacked, once
     * @param zone the zone of sessions that ask for none
     * @param settings further settings of the server by name; a {@code port} of its own among them
     * @throws DatabaseStartException if it cannot run, with the reason
     */
    public static OwnPostgres start(Path home, Path binaries, ZoneId zone, Map<String, String> settings) {
        return start(home, binaries, zone, settings, Account::of);
    }

    static OwnPostgres start(
            Path home, Path binaries, ZoneId zone, Map<String, String> settings, AccountChoice choice) {
        try {
            DataFolder folder = DataFolder.lock(home);
            try {
                long begun = System.nanoTime();
                Account account = choice.of(folder.home());
                Programs programs = new Programs(Binaries.in(binaries), account, folder.output());
                account.reach(folder.home());
                account.reach(programs.binaries().folder());
                account.reach(Path.of(programs.binaries().program("postgres")));
                OwnPostgres server = new OwnPostgres(folder, programs);
                server.cluster.prepare();
                server.launch(zone, settings);
                log.info(
                        "PostgreSQL runs on port {} with its data in {}, started in {} ms",
                        server.port,
                        folder.data(),
                        Duration.ofNanos(System.nanoTime() - begun).toMillis());
                return server;
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (Programs.Failed e) {
            throw new DatabaseStartException(
                    "PostgreSQL did not start. " + e.getMessage(),
                    "See postgres.log in " + home.toAbsolutePath() + ", and whether its disk is full.",
                    e);
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "The data folder " + home.toAbsolutePath() + " cannot be used: " + e,
                    "Let this account write there, or set sifang.data to another folder.",
                    e);
        }
    }

    /** Chooses the account for a data folder. */
    interface AccountChoice {
        Account of(Path home) throws IOException;
    }

    /** The JDBC address of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of {@link #USER}. */
    public String password() {
        return folder.password();
    }

    /** Stops the server; whoever is still connected is cut off, nothing committed is lost. */
    @Override
    public void close() {
        try {
            cluster.stop();
            log.info("PostgreSQL on port {} has stopped", port);
        } catch (IOException e) {
            log.error("PostgreSQL on port {} could not be stopped", port, e);
        } finally {
            folder.close();
        }
    }

    private void launch(ZoneId zone, Map<String, String> settings) throws IOException {
        boolean anyPort = !settings.containsKey("port");
        for (int attempt = 1; ; attempt++) {
            port = anyPort ? freePort() : Integer.parseInt(settings.get("port"));
            folder.turnLog();
            programs.account().own(folder.log());
            try {
                programs.run(
                        "pg_ctl",
                        "start",
                        "--wait",
                        "--timeout=" + START_WAIT.toSeconds(),
                        "--pgdata=" + folder.data(),
                        "--log=" + folder.log(),
                        "--options=" + options(zone, settings));
                return;
            } catch (Programs.Failed e) {
                String said = Files.readString(folder.log());
                boolean portTaken = anyPort && said.contains("could not bind");
                // The processes of a server that was killed need a moment to notice.
                boolean stillEnding = said.contains("is still in use");
                if (attempt == ATTEMPTS || !(portTaken || stillEnding)) {
                    throw new Programs.Failed(e.getMessage() + "\n" + said.strip());
                }
                pause();
            }
        }
    }

    private String options(ZoneId zone, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("password_encryption", "scram-sha-256");
        all.put("timezone", zone.getId());
        all.put("log_timezone", zone.getId());
        all.put("fsync", "on");
        all.put("synchronous_commit", "on");
        all.put("full_page_writes", "on");
        all.put("shared_buffers", "256MB");
        // Failing statements are the application's to log, without the values in them.
        all.put("log_min_messages", "log");
        all.put("log_min_error_statement", "panic");
        all.put("log_error_verbosity", "terse");
        all.put("log_checkpoints", "off");
        all.putAll(settings);
        all.put("port", Integer.toString(port));
        return all.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
                .collect(Collectors.joining(" "));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was starting", e);
        }
    }
}
