package org.sifang.isolation;

import org.sifang.notice.ReleaseRule;

/**
 * What the release of one person depends on.
 *
 * @param daysOver whether the days of her measure are over, or it has none
 * @param allNegative whether as many tests are negative as the measure asks for
 * @param anyOpen whether a test has no result yet
 * @param anyInvalid whether a sample told nothing and no later test has made up for it
 */
public record ReleaseFacts(
        ReleaseRule rule,
        boolean daysOver,
        boolean allNegative,
        boolean anyPositive,
        boolean anyOpen,
        boolean anyInvalid) {}
