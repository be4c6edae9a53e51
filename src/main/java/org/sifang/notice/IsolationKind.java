package org.sifang.notice;

/** Where a measure keeps people. */
public enum IsolationKind {
    NONE,
    HOME,
    CENTRAL,
    HOSPITAL
}
