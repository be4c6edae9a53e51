package org.sifang.accountability;

import org.sifang.notice.BreachSeverity;

/**
 * What the table of liability asks.
 *
 * @param earlier breaches of the same party within the year before
 */
public record LiabilityFacts(PartyGroup party, BreachSeverity severity, int earlier, Harm harm) {}
