package org.sifang.labtest;

/** How far a test is. */
public enum TestState {
    ORDERED,
    SAMPLED,
    /** The laboratory has the sample. */
    DELIVERED,
    DECIDED,
    /** Another test was ordered instead: its pool was positive, or its result was found invalid. */
    REPLACED,
    CANCELLED;

    /** Whether a result is still to come. */
    public boolean isOpen() {
        return this == ORDERED || this == SAMPLED || this == DELIVERED;
    }

    static final String OPEN = "ORDERED, SAMPLED, DELIVERED";
}
