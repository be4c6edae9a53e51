package org.sifang.emergency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each branch may take from the positive; {@code reopening} from the disinfection. Two hours for the report are
 * the rule for class A infections (传染病信息报告管理规范); the others are for the command to set.
 */
@ConfigurationProperties("sifang.emergency")
public record EmergencyClocks(
        @DefaultValue("PT2H") Duration report,
        @DefaultValue("PT4H") Duration transfer,
        @DefaultValue("PT24H") Duration contacts,
        @DefaultValue("PT2H") Duration unit,
        @DefaultValue("PT12H") Duration sites,
        @DefaultValue("P7D") Duration reopening) {

    Duration of(Branch branch) {
        return switch (branch) {
            case REPORT -> report;
            case TRANSFER -> transfer;
            case CONTACTS -> contacts;
            case UNIT -> unit;
            case SITES -> sites;
            case REOPENING -> reopening;
        };
    }
}
