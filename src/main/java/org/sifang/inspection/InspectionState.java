package org.sifang.inspection;

/** Where a planned inspection stands. */
public enum InspectionState {
    /** Nothing is drawn, or the draw is not confirmed. */
    PLANNED,
    /** The inspectors are on their way. */
    VISITING,
    /** Every visit is over; a leader looks at what was found. */
    REVIEW,
    /** What was found is handed over to be mended. */
    HANDED_OVER,
    CANCELLED
}
