package org.sifang.accountability;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of a case through its model, in the words of the business. */
public interface AccountabilityFlow {

    void opened(UUID id);

    /** The party stated its case, or waived that. */
    void heard(UUID id);

    void established(UUID id);

    /** @param measure null when nobody is held to account */
    void decided(UUID id, @Nullable MeasureKind measure);

    void executed(UUID id);

    void appealLodged(UUID id);

    /** @param measure the one that takes the place of the first; null unless it is changed */
    void appealDecided(UUID id, AppealOutcome outcome, @Nullable MeasureKind measure);

    /** Taken back before a decision. */
    void withdrawn(UUID id);
}
