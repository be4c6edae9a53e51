package org.sifang.accountability;

/** What another leader makes of an appeal. */
public enum AppealOutcome {
    UPHELD,
    /** Another, milder measure takes the place of the first. */
    CHANGED,
    REVOKED
}
