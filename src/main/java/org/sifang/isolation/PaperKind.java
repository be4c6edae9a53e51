package org.sifang.isolation;

/** The papers a person gets in the course of her case. */
public enum PaperKind {
    /** 隔离告知书: what she has to do, on which ground, and who looks after her. */
    ORDER,
    /** 解除告知书: that it is over, and why. */
    RELEASE;

    /** Whether there is such a paper for a case that stands like this. */
    public boolean fits(Isolation one) {
        return this == ORDER ? one.open() && !one.released() : one.released();
    }

    /** Last part of its addresses: {@code order}, {@code release}. */
    public String path() {
        return this == ORDER ? "order" : "release";
    }
}
