package org.sifang.isolation;

/** What a case turns to from wherever it stands; the word {@code turn} of the model. */
public enum CaseTurn {
    /** A result that was negative is positive after all. */
    POSITIVE,
    /** What the release rested on no longer holds. */
    REOPENED,
    /** Nothing more is done about it. */
    ENDED
}
