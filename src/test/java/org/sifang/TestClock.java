package org.sifang;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.sifang.engine.SteerableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock of the tests stands until a test moves it; a Monday morning, long after anything in the seed notices. */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class TestClock {

    static final Instant START = Instant.parse("2027-03-01T00:30:00Z");

    @Bean
    Clock clock() {
        return new SteerableClock(START, ZoneId.of("Asia/Shanghai"));
    }
}
