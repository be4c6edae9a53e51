package org.sifang.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server that belongs to this application: it starts and stops with it and keeps its data in a folder.
 * Zonky's launcher is made for tests (fsync off, trust for everybody, five seconds to stop), so only its binaries are
 * used.
 */
public final class OwnPostgres implements AutoCloseable {

    /** The only role; its password is drawn at random. */
    public static final String USER = "sifang";

    private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);

    /** Recovery after a crash replays what a checkpoint had not written; that may take minutes, never for ever. */
    private static final Duration START_WAIT = Duration.ofMinutes(10);

    private static final Duration STOP_WAIT = Duration.ofMinutes(2);

    private final Binaries binaries;
    private final Account account;
    private final DataFolder folder;
    private final int port;

    private OwnPostgres(Binaries binaries, Account account, DataFolder folder, int port) {
        this.binaries = binaries;
        this.account = account;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts the server on {@code home}, creating its data at the first time.
     *
     * @param home the folder of the application's data; the server's lie in {@code postgres} below it
     * @param binaries where PostgreSQL's programs are unpacked, once
     * @param zone the zone of sessions that ask for none
     * @param settings further settings of the server by name
     * @throws DatabaseStartException if it cannot run, with the reason
     */
    public static OwnPostgres start(Path home, Path binaries, ZoneId zone, Map<String, String> settings) {
        try {
            DataFolder folder = DataFolder.lock(home);
            try {
                long begun = System.nanoTime();
                OwnPostgres server =
                        new OwnPostgres(Binaries.in(binaries), Account.of(folder.lockFile()), folder, freePort());
                server.stopLeftOver();
                server.prepare();
                server.launch(zone, settings);
                log.info(
                        "PostgreSQL runs on port {} with its data in {}, started in {} ms",
                        server.port,
                        folder.data(),
                        Duration.ofNanos(System.nanoTime() - begun).toMillis());
                return server;
            } catch (IOException | InterruptedException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "The data folder " + home.toAbsolutePath() + " cannot be used: " + e,
                    "Give this account the right to write there, or set sifang.data to another folder.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException("Interrupted while PostgreSQL was starting.", "Start again.", e);
        }
    }

    /** The JDBC address of one of its databases; {@code postgres} is there from the beginning. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of {@link #USER}. */
    public String password() {
        return folder.password();
    }

    /** Stops the server; whoever still is connected is cut off, nothing committed is lost. */
    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            log.error("PostgreSQL could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            folder.close();
        }
    }

    private void stopLeftOver() throws IOException, InterruptedException {
        if (folder.serverIsAlive()) {
            log.warn("A PostgreSQL left over from an application that was killed is still running; stopping it");
            stop();
        }
    }

    private void prepare() throws IOException, InterruptedException {
        if (folder.isNew()) {
            Path fresh = folder.fresh();
            FileSystemUtils.deleteRecursively(fresh);
            run(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + fresh,
                    "--username=" + USER,
                    "--auth=reject",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums"));
            folder.writePassword(randomPassword());
            setPassword(fresh);
            Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            Files.move(fresh, folder.data());
        }
    }

    /** The single-user mode of the server needs no password, and none passes through a command line. */
    private void setPassword(Path data) throws IOException, InterruptedException {
        List<String> command = account.command(List.of(
                binaries.program("postgres"), "--single", "-c", "exit_on_error=on", "-D", data.toString(), "postgres"));
        Path output = folder.output();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var input = process.getOutputStream()) {
            input.write(("ALTER ROLE " + USER + " PASSWORD '" + folder.password() + "'\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        if (process.waitFor() != 0) {
            throw failed("postgres --single", output);
        }
    }

    private void launch(ZoneId zone, Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("password_encryption", "scram-sha-256");
        all.put("max_connections", "100");
        all.put("timezone", zone.getId());
        all.put("log_timezone", zone.getId());
        all.put("fsync", "on");
        all.put("synchronous_commit", "on");
        all.put("full_page_writes", "on");
        all.put("shared_buffers", "256MB");
        all.putAll(settings);
        StringBuilder options = new StringBuilder();
        all.forEach((name, value) ->
                options.append("-c ").append(name).append("='").append(value).append("' "));
        run(List.of(
                binaries.program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + START_WAIT.toSeconds(),
                "--pgdata=" + folder.data(),
                "--log=" + folder.serverLog(),
                "--options=" + options.toString().strip()));
    }

    private void stop() throws IOException, InterruptedException {
        run(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--wait",
                "--timeout=" + STOP_WAIT.toSeconds(),
                "--mode=fast",
                "--pgdata=" + folder.data()));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.output();
        Process process = new ProcessBuilder(account.command(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw failed(command.get(0), output);
        }
    }

    private DatabaseStartException failed(String program, Path output) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(output));
        if (Files.exists(folder.serverLog())) {
            lines.addAll(Files.readAllLines(folder.serverLog()));
        }
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        return new DatabaseStartException(
                Path.of(program).getFileName() + " failed:\n" + last,
                "The whole log is in " + folder.serverLog().toAbsolutePath() + ".");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
