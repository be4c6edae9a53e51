package org.sifang.accountability;

/** How far a case is; what comes after is never before what is above it, but for an appeal that sends it back. */
public enum CaseState {
    /** Taken up; the facts are being compiled. */
    OPEN,
    /** The party has been told what it is held to have failed, and may be heard. */
    NOTIFIED,
    /** It has stated its case, waived that, or let its period pass. */
    HEARD,
    /** The table of liability has proposed a measure. */
    ASSESSED,
    /** A leader has decided. */
    DECIDED,
    /** The decision is served; its measure is being carried out. */
    IN_EXECUTION,
    /** The party has appealed; another leader has to decide. */
    APPEALED,
    CLOSED,
    /** Nobody is held to account. */
    DISMISSED;

    public boolean over() {
        return this == CLOSED || this == DISMISSED;
    }
}
