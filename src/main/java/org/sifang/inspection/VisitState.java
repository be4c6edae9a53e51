package org.sifang.inspection;

/** Where a visit stands. */
public enum VisitState {
    PLANNED,
    STARTED,
    DONE,
    /** Not made, with the reason. */
    CANCELLED
}
