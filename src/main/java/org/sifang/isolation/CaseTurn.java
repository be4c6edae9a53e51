package org.sifang.isolation;

/** What a case turns to from wherever it stands; the word {@code turn} of the model. */
public enum CaseTurn {
    /** A result that was negative is positive after all. */
    POSITIVE,
    /** What the release rested on no longer holds; the test that is needed instead is ordered by who knows of it. */
    REOPENED,
    /** The same, and the model orders the tests that are lacking. */
    TESTS_LACKING,
    /** Nothing more is done about it. */
    ENDED
}
