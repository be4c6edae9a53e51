package org.sifang.isolation;

/** The decision table {@code release}. */
public interface ReleaseTable {

    ReleaseWord decide(ReleaseFacts facts);
}
