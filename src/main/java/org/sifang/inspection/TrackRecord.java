package org.sifang.inspection;

/**
 * What the decision table {@code inspection-weights} asks about an organisation.
 *
 * @param grade of a hospital, 0 for none
 * @param findings found there within the last year
 * @param daysSinceVisit whole days since the last inspection visit; -1 when there was none
 * @param gap items that it called in order when it checked itself and that an inspector then found wrong
 */
public record TrackRecord(int grade, int findings, int daysSinceVisit, int gap) {}
