package org.sifang.notice;

/** Outcome of a review; waived when a leader issues at once. */
public enum Verdict {
    APPROVED,
    REJECTED,
    WAIVED
}
