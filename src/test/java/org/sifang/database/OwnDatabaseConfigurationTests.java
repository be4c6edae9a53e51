package org.sifang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@Timeout(120)
class OwnDatabaseConfigurationTests {

    private final TimeZone zoneBefore = TimeZone.getDefault();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(OwnDatabaseConfiguration.class);

    @AfterEach
    void giveTheZoneBack() {
        TimeZone.setDefault(zoneBefore);
    }

    @Test
    void withoutADatasourceTheApplicationRunsOnItsOwnServerWhichOutlivesThePool(@TempDir Path home) {
        AtomicBoolean databaseAnsweredAtTheEnd = new AtomicBoolean();
        new PinnedZone().postProcessEnvironment(zone("Asia/Urumqi"), new SpringApplication());
        application
                .withPropertyValues("sifang.data=" + home, "sifang.zone=Asia/Urumqi")
                .withBean(AtomicBoolean.class, () -> databaseAnsweredAtTheEnd)
                .withBean(LastUser.class)
                .run(context -> {
                    JdbcClient jdbc = context.getBean(JdbcClient.class);
                    assertThat(jdbc.sql("show fsync").query(String.class).single())
                            .isEqualTo("on");
                    assertThat(jdbc.sql("show timezone").query(String.class).single())
                            .isEqualTo("Asia/Urumqi");
                    assertThat(context).hasSingleBean(HikariDataSource.class);
                });

        assertThat(databaseAnsweredAtTheEnd).isTrue();
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aConfiguredDatasourceIsUsedAndBringsNoDemo() {
        application
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/sifang")
                .run(context ->
                        assertThat(context).doesNotHaveBean(OwnPostgres.class).hasSingleBean(DataSource.class));

        assertThat(demo("spring.datasource.url", "jdbc:postgresql://db.example/sifang"))
                .isFalse();
    }

    @Test
    void theOwnDatabaseBringsTheDemoUnlessItIsRefused() {
        assertThat(demo("spring.datasource.url", "")).isTrue();
        assertThat(demo("sifang.demo", "false")).isFalse();
    }

    @Test
    void theOperatorReadsTheReasonAndTheRemedy() {
        application
                .withPropertyValues("sifang.data=/dev/null/data", "sifang.zone=UTC")
                .run(context -> {
                    FailureAnalysis analysis = new DatabaseStartFailureAnalyzer().analyze(context.getStartupFailure());
                    assertThat(analysis.getDescription()).startsWith("The data folder /dev/null/data cannot be used");
                    assertThat(analysis.getAction()).startsWith("Let this account write there");
                });
    }

    @Test
    void anUnreachableDatabaseIsReportedInOneSentence() {
        assertThat(analysisOf(PSQLState.CONNECTION_UNABLE_TO_CONNECT))
                .isNotNull()
                .satisfies(analysis -> assertThat(analysis.getDescription())
                        .isEqualTo("The database of spring.datasource.url cannot be used: no answer"));
        assertThat(analysisOf(PSQLState.INVALID_PASSWORD)).isNotNull();
        assertThat(analysisOf(PSQLState.SYNTAX_ERROR)).as("our own fault").isNull();
    }

    @Test
    void anOffsetIsNoZone() {
        assertThat(catchThrowable(
                        () -> new PinnedZone().postProcessEnvironment(zone("GMT+8"), new SpringApplication())))
                .hasMessage("sifang.zone is not the name of a time zone: GMT+8");
    }

    private static @Nullable FailureAnalysis analysisOf(PSQLState state) {
        return new ConfiguredDatabaseFailureAnalyzer().analyze(new PSQLException("no answer", state));
    }

    private static MockEnvironment zone(String name) {
        return new MockEnvironment().withProperty("sifang.zone", name);
    }

    private static boolean demo(String property, String value) {
        MockEnvironment environment = new MockEnvironment().withProperty(property, value);
        new OwnDatabaseByDefault().postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty("sifang.demo", Boolean.class);
    }

    /** Stands for the engine, which still writes while the application ends. */
    private record LastUser(DataSource pool, AtomicBoolean answered) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            try (Connection connection = pool.getConnection()) {
                answered.set(connection.isValid(5));
            }
        }
    }
}
