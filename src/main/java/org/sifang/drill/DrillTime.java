package org.sifang.drill;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.sifang.engine.SteerableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock of a drill: stands at {@code sifang.drill.start}, or where the last run of this database left it. */
@Configuration(proxyBeanMethods = false)
@Profile("drill")
class DrillTime {

    @Bean
    Clock clock(
            DataSource database,
            @Value("${sifang.drill.start:}") String start,
            @Value("${sifang.zone:Asia/Shanghai}") ZoneId zone)
            throws SQLException {
        Instant configured = start.isBlank()
                ? LocalDate.now(Clock.system(zone)).atTime(8, 0).atZone(zone).toInstant()
                : OffsetDateTime.parse(start).toInstant();
        return new SteerableClock(later(position(database), configured), zone);
    }

    /** Where the last run stood. The bean is made before the migrations have run, so the table may be missing. */
    private static Instant position(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var exists = statement.executeQuery("select to_regclass('drill_clock') is not null")) {
                if (!exists.next() || !exists.getBoolean(1)) {
                    return Instant.MIN;
                }
            }
            try (var row = statement.executeQuery("select position from drill_clock")) {
                Timestamp position = row.next() ? row.getTimestamp(1) : null;
                return position == null ? Instant.MIN : position.toInstant();
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
