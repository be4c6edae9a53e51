package org.sifang.notice;

/** How grave a failure is, as far as whoever recorded it can say. */
public enum BreachSeverity {
    ORDINARY,
    SERIOUS,
    GRAVE
}
