package org.sifang;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sifang.database.DatabaseStartException;
import org.sifang.database.OwnPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL for the test process, and in it a fresh database for each context. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger databases = new AtomicInteger();

    /** A database with the application's tables and nothing in them, for tests that need no application around it. */
    public static DataSource migrated() {
        DataSource database = new DriverManagerDataSource(
                Server.POSTGRES.url(create()), OwnPostgres.USER, Server.POSTGRES.password());
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + Server.POSTGRES.url(create()),
                        "spring.datasource.username=" + OwnPostgres.USER,
                        "spring.datasource.password=" + Server.POSTGRES.password(),
                        "sifang.demo=true")
                .applyTo(context);
    }

    private static String create() {
        String name = "context_" + databases.incrementAndGet();
        try (var connection = DriverManager.getConnection(
                        Server.POSTGRES.url("postgres"), OwnPostgres.USER, Server.POSTGRES.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    /** Starts with the first context that needs it. */
    private static final class Server {

        private static final OwnPostgres POSTGRES = start();

        private static OwnPostgres start() {
            Path target = Path.of("target");
            for (int folder = 1; ; folder++) {
                try {
                    OwnPostgres server = OwnPostgres.start(
                            target.resolve("test-postgres-" + folder),
                            target.resolve("postgresql"),
                            ZoneId.of("Asia/Shanghai"),
                            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
                    // Runs when the contexts are closed, unlike a hook of the JVM.
                    SpringApplication.getShutdownHandlers().add(server::close);
                    return server;
                } catch (DatabaseStartException inUse) {
                    // Another test process of this checkout holds that folder.
                    if (folder == 8) {
                        throw inUse;
                    }
                }
            }
        }
    }
}
