package org.sifang.inspection;

/** How much is wrong, the least first. */
public enum Severity {
    MINOR,
    MAJOR,
    SEVERE
}
