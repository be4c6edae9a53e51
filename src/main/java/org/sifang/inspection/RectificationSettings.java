package org.sifang.inspection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the ordering side may take, and what it proposes to the other; working values, for the command to set.
 *
 * @param orderWithin from the finding to the order, before the leaders are reminded
 * @param recheckWithin from the evidence to the recheck, before those who should do it are reminded
 * @param minor time proposed for a minor finding
 */
@ConfigurationProperties("sifang.rectification")
public record RectificationSettings(
        @DefaultValue("P2D") Duration orderWithin,
        @DefaultValue("P5D") Duration recheckWithin,
        @DefaultValue("P14D") Duration minor,
        @DefaultValue("P7D") Duration major,
        @DefaultValue("P3D") Duration severe) {

    Duration proposed(Severity severity) {
        return switch (severity) {
            case MINOR -> minor;
            case MAJOR -> major;
            case SEVERE -> severe;
        };
    }
}
