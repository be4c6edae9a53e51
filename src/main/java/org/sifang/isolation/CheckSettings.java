package org.sifang.isolation;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hours of a check day, and when a person counts as out of reach.
 *
 * @param opens when the checks of a day are opened
 * @param cutOff by when everybody has been checked
 * @param sweep when at night what has come to its end is ended
 * @param unreachableAfterMissed days in a row without a check after which nobody knows where she is
 * @param unreachableAfterAttempts contacts tried in vain, one after the other, that come to the same
 * @param followUpVisits days after release on which she is visited; the last day of the follow-up is always one
 */
@ConfigurationProperties("sifang.isolation.checks")
record CheckSettings(
        @DefaultValue("00:00") LocalTime opens,
        @DefaultValue("18:00") LocalTime cutOff,
        @DefaultValue("23:30") LocalTime sweep,
        @DefaultValue("2") int unreachableAfterMissed,
        @DefaultValue("3") int unreachableAfterAttempts,

        @DefaultValue({"1", "7"}) List<Integer> followUpVisits) {

    CheckSettings {
        followUpVisits = List.copyOf(followUpVisits);
        if (!opens.isBefore(cutOff) || !cutOff.isBefore(sweep)) {
            throw new IllegalArgumentException("sifang.isolation.checks: opens, cut-off and sweep follow each other");
        }
        if (unreachableAfterMissed < 1 || unreachableAfterAttempts < 1) {
            throw new IllegalArgumentException("sifang.isolation.checks: unreachable-after-… is at least 1");
        }
    }

    /** Days after release on which somebody is visited who is followed up for so many days. */
    Set<Integer> visits(int followUpDays) {
        TreeSet<Integer> days = new TreeSet<>(followUpVisits.stream()
                .filter(day -> day >= 1 && day < followUpDays)
                .toList());
        days.add(Math.max(1, followUpDays));
        return days;
    }
}
