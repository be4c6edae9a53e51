package org.sifang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class OwnPostgresTests {

    private static final Path BINARIES = Path.of("target/postgresql").toAbsolutePath();

    /** Shared, for making a new database takes seconds; a test leaves it in order and its server stopped. */
    @TempDir
    private static Path home;

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "log_timezone, Asia/Shanghai",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
    })
    void theServerKeepsRealData(String setting, String value) throws SQLException {
        try (OwnPostgres server = start()) {
            assertThat(query(server, "show " + setting)).isEqualTo(value);
        }
    }

    @Test
    void onlyThePasswordOpensIt() throws Exception {
        try (OwnPostgres server = start()) {
            assertThat(server.password()).hasSize(64);
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.url(OwnPostgres.DATABASE), OwnPostgres.USER, "guessed"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server.url(OwnPostgres.DATABASE), OwnPostgres.USER, ""))
                    .isInstanceOf(SQLException.class);
        }
        Path file = home.resolve("postgres.password");
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aLostPasswordIsReplaced() throws Exception {
        String former;
        try (OwnPostgres server = start()) {
            former = server.password();
        }
        Files.delete(home.resolve("postgres.password"));

        try (OwnPostgres server = start()) {
            assertThat(server.password()).isNotEqualTo(former);
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void dataSurviveARestart() throws SQLException {
        try (OwnPostgres server = start()) {
            execute(server, "create table kept as select '扎鲁特旗' as name");
        }
        try (OwnPostgres server = start()) {
            assertThat(query(server, "select name from kept")).isEqualTo("扎鲁特旗");
        }
    }

    @Test
    void aFolderIsHeldByOneServerAtATime() throws SQLException {
        try (OwnPostgres server = start()) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                assertThatThrownBy(OwnPostgresTests::start)
                        .isInstanceOf(DatabaseStartException.class)
                        .hasMessageContaining("is in use by another application, process "
                                + ProcessHandle.current().pid());
            }
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    /** After a reboot the id may be anybody's; here it is this test's, who would notice being stopped. */
    @Test
    void aProcessThatGotTheServersIdByChanceIsLeftAlone() throws Exception {
        start().close();
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("postgres") + "\n1600000000\n5432\n\n127.0.0.1\n");

        assertThat(LeftOver.in(home.resolve("postgres"))).isEqualTo(LeftOver.STALE);
        try (OwnPostgres server = start()) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource({"4194000, NOTHING", "-1, STALE", "torn, STALE", "'', STALE"})
    void aPidFileOfTheDeadIsNoHindrance(String pid, LeftOver leftOver) throws Exception {
        start().close();
        Files.writeString(home.resolve("postgres/postmaster.pid"), pid + "\n");

        assertThat(LeftOver.in(home.resolve("postgres"))).isEqualTo(leftOver);
        start().close();
    }

    @Test
    void aDatabaseThatWasCutOffInTheMakingIsMadeAgain(@TempDir Path other) throws Exception {
        Path halfMade = Files.createDirectories(other.resolve("postgres.new123/base"));

        OwnPostgres.start(other, BINARIES, ZoneId.of("UTC"), Map.of()).close();

        assertThat(halfMade).doesNotExist();
    }

    @Test
    void dataOfAnotherVersionAreRefused() throws Exception {
        start().close();
        Path version = home.resolve("postgres/PG_VERSION");
        Files.move(version, home.resolve("kept"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(version, "15\n");
        try {
            assertThatThrownBy(OwnPostgresTests::start)
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("written by PostgreSQL 15; this application brings 17.");
        } finally {
            Files.move(home.resolve("kept"), version, StandardCopyOption.REPLACE_EXISTING);
        }
        start().close();
    }

    @Test
    void aFolderThatIsNoDatabaseIsRefused(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("postgres/photos"));

        assertThatThrownBy(() -> OwnPostgres.start(other, BINARIES, ZoneId.of("UTC"), Map.of()))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("holds no PostgreSQL database");
        assertThat(other.resolve("postgres/photos")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(@TempDir Path other) throws IOException {
        Path file = Files.createFile(other.resolve("file"));

        assertThatThrownBy(() -> OwnPostgres.start(file.resolve("data"), BINARIES, ZoneId.of("UTC"), Map.of()))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("The data folder " + file.resolve("data") + " cannot be used");
    }

    @Test
    void aSettingPostgresDoesNotKnowIsShownInItsWords() {
        assertThatThrownBy(() -> OwnPostgres.start(home, BINARIES, ZoneId.of("UTC"), Map.of("wal_level", "loud")))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("invalid value for parameter \"wal_level\": \"loud\"");
    }

    @Test
    void rootMayLendTheServerAnAccountWithFewerRights(@TempDir Path other) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")));
        ZoneId zone = ZoneId.of("Asia/Shanghai");

        try (OwnPostgres server = OwnPostgres.start(other, BINARIES, zone, Map.of(), Account::lesser)) {
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(Files.getOwner(other.resolve("postgres/PG_VERSION")).getName())
                    .isIn("postgres", "nobody");
        }
        try (OwnPostgres server = OwnPostgres.start(other, BINARIES, zone, Map.of())) {
            assertThat(query(server, "show fsync")).isEqualTo("on");
        }
    }

    private static OwnPostgres start() {
        return OwnPostgres.start(home, BINARIES, ZoneId.of("Asia/Shanghai"), Map.of());
    }

    private static void execute(OwnPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String query(OwnPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(OwnPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(OwnPostgres.DATABASE), OwnPostgres.USER, server.password());
    }
}
