package org.sifang.notice;

/** Who can fail a notice. */
public enum PartyKind {
    ORGANIZATION,
    /** A person the notice put under a measure; she is named by the id of her case and nothing else. */
    INDIVIDUAL
}
