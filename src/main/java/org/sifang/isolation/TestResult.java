package org.sifang.isolation;

/** What a laboratory finds. */
public enum TestResult {
    NEGATIVE,
    POSITIVE,
    /** The sample told nothing; it is taken again. */
    INVALID
}
