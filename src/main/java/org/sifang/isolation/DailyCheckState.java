package org.sifang.isolation;

/** Where the check of one person and day stands. */
public enum DailyCheckState {
    DUE,
    DONE,
    /** Nobody tried by the cut-off. */
    MISSED,
    /** Somebody tried, and did not get hold of her by the cut-off. */
    NOT_REACHED,
    /** She left isolation before anybody asked. */
    VOID
}
