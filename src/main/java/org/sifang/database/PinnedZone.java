package org.sifang.database;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes {@code sifang.zone} the zone of the whole process before anything starts, whatever the machine's is: the
 * engine's timestamps carry no zone, and PostgreSQL's driver opens each session in the process's.
 */
final class PinnedZone implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String zone = environment.getProperty("sifang.zone", "Asia/Shanghai");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
        } catch (DateTimeException e) {
            throw new DatabaseStartException(
                    "sifang.zone is not a time zone: " + zone, "Give the name of a zone such as Asia/Shanghai.", e);
        }
    }
}
