package org.sifang.accountability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a fact file with its seal and with the journal.
 *
 * @param hash as computed from the file now
 * @param checked entries of the journal that were compared
 * @param deviations empty when nothing was changed
 */
public record FactFileVerification(int number, String hash, int checked, List<Deviation> deviations) {

    public FactFileVerification {
        deviations = List.copyOf(deviations);
    }

    public boolean intact() {
        return deviations.isEmpty();
    }

    /** What can be wrong. */
    public enum Reason {
        /** The stored file does not give the stored hash. */
        FILE_CHANGED,
        /** The journal tells of another hash than the file has, or of none: somebody exchanged file and hash together. */
        SEAL_DIFFERS,
        /** An entry that the file was compiled from is gone. */
        ENTRY_MISSING,
        /** An entry reads otherwise than when the file was compiled. */
        ENTRY_CHANGED,
        /** The journal as a whole does not fit its own seals. */
        JOURNAL_BROKEN
    }

    /** @param entry number of the journal's entry; null when it is none */
    public record Deviation(Reason reason, @Nullable Long entry) {}
}
