package org.sifang.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param poll how often the outbox is looked through; it is looked at as well when something was put in
 * @param pauses before the second try, the third, …; when all are used up the message is given up
 * @param lease how long one try may take; after that another node takes it for dead and tries itself
 * @param keep how long what is done is kept
 */
@ConfigurationProperties("sifang.outbox")
record OutboxSettings(
        @DefaultValue("1s") Duration poll,

        @DefaultValue({"10s", "30s", "2m", "10m", "30m", "1h", "2h", "4h"})
        List<Duration> pauses,

        @DefaultValue("5m") Duration lease,
        @DefaultValue("30d") Duration keep) {

    OutboxSettings {
        pauses = List.copyOf(pauses);
    }
}
