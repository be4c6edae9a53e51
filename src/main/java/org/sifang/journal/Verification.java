package org.sifang.journal;

import org.jspecify.annotations.Nullable;

/**
 * What came of computing the whole journal again.
 *
 * @param entries entries there are
 * @param sealed how many of them were checked against their block; the others are younger than the last sealing
 * @param blocks blocks that were checked
 * @param head hash of the last block, in hex. Noted down elsewhere, it proves that nobody has written the whole journal
 *     anew; null when no block was checked, or the journal is not intact
 * @param firstBroken null when the journal is intact
 */
public record Verification(
        long entries,
        long sealed,
        long blocks,
        @Nullable String head,
        boolean intact,
        @Nullable Broken firstBroken) {

    /** What can be wrong. */
    public enum Reason {
        /** A block is gone, or the last ones are. */
        BLOCK_MISSING,
        /** The parts of a block do not fit together any more. */
        BLOCK_CHANGED,
        /** A block does not follow the one before it. */
        CHAIN_BROKEN,
        ENTRY_MISSING,
        ENTRY_CHANGED,
        /** An entry that was put in later, below the numbers that are sealed. */
        ENTRY_INSERTED
    }

    /**
     * The first place that is broken; behind it nothing was looked at.
     *
     * @param block its number; null when the entry is in no block
     * @param entry sequence number of the entry; null when it is the block that is broken
     */
    public record Broken(@Nullable Long block, @Nullable Long entry, Reason reason) {}
}
