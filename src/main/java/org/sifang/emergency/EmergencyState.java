package org.sifang.emergency;

/** Where an emergency stands. */
public enum EmergencyState {
    OPEN,
    /** Every branch is done. */
    DONE,
    /** The positive was corrected. */
    STOOD_DOWN
}
