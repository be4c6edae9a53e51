package org.sifang.inspection;

/** Where a finding stands on its way from being found to being struck off (销号). */
public enum FindingState {
    /** Found; nobody has been told to mend it yet. */
    OPEN,
    /** Ordered to be mended by a deadline. */
    ORDERED,
    /** The deadline passed and nothing was handed in. */
    OVERDUE,
    /** Evidence is in; somebody has to be named who looks at it. */
    EVIDENCE,
    /** Somebody is named who looks whether it is mended. */
    RECHECK,
    /** Struck off. */
    CLOSED
}
