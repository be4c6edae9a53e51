package org.sifang.emergency;

/** How near somebody was to the positive. */
public enum Degree {
    /** 密切接触者. */
    CLOSE,
    /** 次密切接触者: a contact of a contact. */
    SECONDARY
}
