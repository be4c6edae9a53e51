package org.sifang.accountability;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The periods of a case. Five working days for a statement follow the period for asking for a hearing (行政处罚法,
 * article 64); one month for an appeal follows 中国共产党问责条例, article 23.
 *
 * @param statementDays working days from the day after the party is told
 * @param appeal from the service of the decision, to the end of its last day
 * @param executionDays working days from the day after the service
 * @param joining how much of the period of the statement has to be left for another breach to join the case: later ones
 *     would not be heard, and become a case of their own
 * @param sweep how often is looked for breaches that a crash left without a case
 */
@ConfigurationProperties("sifang.accountability")
public record AccountabilitySettings(
        @DefaultValue("5") int statementDays,
        @DefaultValue("P1M") Period appeal,
        @DefaultValue("10") int executionDays,
        @DefaultValue("P1D") Duration joining,
        @DefaultValue("PT30S") Duration sweep) {}
