package org.sifang.isolation;

/**
 * How far the visits have come that fall on a day, or were left from days before.
 *
 * @param group code of a carer or a county; empty for all
 * @param overdue of the open ones, those of days before
 */
public record VisitTally(String group, long open, long done, long overdue) {}
