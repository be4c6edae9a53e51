package org.sifang.notice;

/** What a breach is recorded with, and so what its subject is. */
public enum BreachKind {
    /** A duty silent up to the last rung; the subject is the duty. */
    DUTY,
    /** A finding not rectified in time; the subject is the finding. */
    FINDING,
    /** Isolation broken; the subject is the person's case. */
    ISOLATION,
    /** Reported by hand; the subject is the breach itself. */
    HAND
}
