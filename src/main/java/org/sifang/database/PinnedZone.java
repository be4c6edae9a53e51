package org.sifang.database;

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

    /** @throws DatabaseStartException for an offset too: PostgreSQL reads {@code GMT+8} as eight hours <em>west</em> */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String zone = environment.getProperty("sifang.zone", "Asia/Shanghai");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new DatabaseStartException(
                    "sifang.zone is not the name of a time zone: " + zone,
                    "Give a name of the time zone database, such as Asia/Shanghai.");
        }
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
    }
}
