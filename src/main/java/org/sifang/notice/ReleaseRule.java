package org.sifang.notice;

/** When a measure ends. */
public enum ReleaseRule {
    /** As soon as every planned test is negative. */
    ALL_NEGATIVE,
    /** When the days are over and every planned test is negative. */
    DAYS_AND_NEGATIVE,
    /** When the days are over. */
    DAYS;

    public boolean needsTests() {
        return this != DAYS;
    }
}
