package org.sifang.isolation;

/** Where a person in isolation was found. */
public enum Presence {
    PRESENT,
    /** Away with permission. */
    AWAY,
    /** Away without permission: a breach. */
    ABSENT
}
