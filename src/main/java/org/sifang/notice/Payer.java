package org.sifang.notice;

/** Who pays for a test. */
public enum Payer {
    /** The person tested (自费). */
    SELF,
    /** The unit he works in. */
    UNIT,
    /** Public money. */
    PUBLIC
}
