package org.sifang.screening;

/** Where an import stands. */
public enum ImportState {
    /** Being read, or waiting for its turn, also after a restart. */
    RUNNING,
    DONE,
    /** Ended by a fault of the file behind the rows counted so far; those are in. */
    FAILED
}
