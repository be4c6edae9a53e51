package org.sifang.notice;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.sifang.database.OwnPostgres;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.notification.Message;
import org.sifang.notification.Notifications;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the storm needs around it: a database in earnest, a clock that runs and can jump, and the opponent's step. */
final class StormStage {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private StormStage() {}

    /** A PostgreSQL of its own that waits for the disk, and that knows when each row was committed. */
    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            OwnPostgres server = OwnPostgres.start(
                    Path.of("target/bench-postgres-storm"),
                    Path.of("target/postgresql"),
                    ZONE,
                    Map.of("track_commit_timestamp", "on"));
            SpringApplication.getShutdownHandlers().add(server::close);
            try (var connection =
                            DriverManager.getConnection(server.url("postgres"), OwnPostgres.USER, server.password());
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists storm");
                statement.execute("create database storm");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            TestPropertyValues.of(
                            "spring.datasource.url=" + server.url("storm"),
                            "spring.datasource.username=" + OwnPostgres.USER,
                            "spring.datasource.password=" + server.password(),
                            "sifang.demo=true",
                            "sifang.data=target/bench-data",
                            "logging.level.root=warn")
                    .applyTo(context);
        }
    }

    /** The machine's time, some hours on after each jump; the engine's clock jumps along. */
    static final class JumpingClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void jumpTo(Instant instant) {
            ahead = Duration.between(Instant.now(), instant);
            ClockUtil.offset(ahead.toMillis());
        }

        /** When, on the machine's clock, it is that instant. */
        Instant onTheWall(Instant instant) {
            return instant.minus(ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return Clock.offset(Clock.system(other), ahead);
        }
    }

    /** The clock, and what each of the opponent's instances does when its own timer fires. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        @Primary
        JumpingClock jumpingClock() {
            return new JumpingClock();
        }

        /** The same three writes as for a duty on a rung, by the same journal and the same messages. */
        @Bean
        JavaDelegate climbAlone(JdbcClient jdbc, Journal journal, Notifications notifications, JumpingClock clock) {
            return execution -> {
                UUID id = UUID.fromString(execution.getProcessBusinessKey());
                String organization =
                        jdbc.sql("""
                                update storm_duty set rung = 2, rung_action = 'MARK_OVERDUE', timeliness = 'SILENT'
                                 where id = :id returning organization""").param("id", id).query(String.class).single();
                journal.record(new Entry(
                        clock.instant(),
                        "system",
                        "duty.rung.MARK_OVERDUE",
                        "duty",
                        id.toString(),
                        null,
                        organization,
                        Map.of("rung", "2", "obligation", "storm", "clause", "一")));
                notifications.send(List.of(new Message(
                        "bench." + organization.substring("150500-B".length()),
                        "message.duty.MARK_OVERDUE",
                        List.of(organization, "测试通知", "一", clock.instant().toString()),
                        "/duties/" + id,
                        id.toString(),
                        EnumSet.allOf(Message.Channel.class))));
            };
        }
    }
}
