package org.sifang.reporting;

/** How far a report is. */
public enum ReportState {
    /** Nothing handed in, or what was handed in came back. */
    DRAFT,
    SUBMITTED,
    /** Submitted, and people found later were added. */
    SUPPLEMENTED
}
