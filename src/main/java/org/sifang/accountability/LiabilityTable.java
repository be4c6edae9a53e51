package org.sifang.accountability;

/** The decision table {@code liability}. */
public interface LiabilityTable {

    Proposal propose(LiabilityFacts facts);

    /** A measure, and in words what it rests on. */
    record Proposal(MeasureKind measure, String basis) {}
}
