package org.sifang.isolation;

/** For what somebody in isolation may be away. */
public enum Leave {
    MEDICAL,
    TEST,
    TRANSFER,
    /** Approved by the command. */
    APPROVED
}
