package org.sifang.inspection;

import java.time.Instant;
import java.util.UUID;

/** The way of an inspection through its model, in the words of the business. */
public interface InspectionFlow {

    void planned(UUID inspection);

    /** The draw stands or is thrown away; the visits begin, to be made by that time. */
    void drawJudged(UUID inspection, boolean stands, Instant visitsDueAt);

    /** No visit is open any more. */
    void visitsMade(UUID inspection);

    /** A leader confirmed what was found, or sent visits back to be made better by that time. */
    void findingsJudged(UUID inspection, boolean confirmed, Instant visitsDueAt);

    void cancelled(UUID inspection);
}
