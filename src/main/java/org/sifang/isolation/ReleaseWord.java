package org.sifang.isolation;

/** What the table {@code release} says; each has its sentence, {@code isolation.decision.<word>}. */
public enum ReleaseWord {
    RELEASE_NEGATIVE,
    RELEASE_DAYS_AND_NEGATIVE,
    RELEASE_DAYS,
    /** Decided by a leader, for a reason. */
    RELEASE_OVERRIDE,
    WAIT_DAYS,
    WAIT_TESTS,
    WAIT_VALID_TEST,
    HOLD_POSITIVE;

    public boolean releases() {
        return name().startsWith("RELEASE_");
    }

    public boolean restsOnTests() {
        return this == RELEASE_NEGATIVE || this == RELEASE_DAYS_AND_NEGATIVE;
    }
}
