package org.sifang.accountability;

/** What came of the failure, as established by whoever handles the case. */
public enum Harm {
    NONE,
    /** People were put at risk, or the order as a whole was delayed. */
    RISK,
    /** Somebody was infected, or the spread was not stopped in time. */
    SPREAD
}
