package org.sifang.journal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Verification.Broken;
import org.sifang.journal.Verification.Reason;

/**
 * One walk along the chain, from the first block to the head: every leaf, root and hash is computed again from what the
 * tables hold. Some blocks at a time, so that memory does not grow with the journal.
 */
class JournalVerification {

    /** Entries read together; with the last block of them at most twice as many. */
    private static final int CHUNK = JournalSealing.ENTRIES;

    private final Blocks blocks;
    private final MerkleTree tree = new MerkleTree();

    private long number;
    private long sealed;
    private long settledMembers;
    private byte[] hash = Block.NOTHING;

    JournalVerification(Blocks blocks) {
        this.blocks = blocks;
    }

    Verification run() {
        long entries = blocks.countEntries(Long.MAX_VALUE);
        Blocks.Head last = blocks.head().orElse(null);
        Broken broken = last == null ? brokenBlock(1, Reason.BLOCK_MISSING) : walk(last);
        String head = broken == null && number > 0 ? HexFormat.of().formatHex(hash) : null;
        return new Verification(entries, sealed, number, head, broken == null, broken);
    }

    private @Nullable Broken walk(Blocks.Head head) {
        List<Block> some = blocks.from(1, CHUNK);
        while (!some.isEmpty()) {
            Map<Long, StoredEntry> entries =
                    blocks.entries(some).stream().collect(Collectors.toMap(StoredEntry::sequence, Function.identity()));
            for (Block block : some) {
                Broken broken = check(block, entries, head);
                if (broken != null) {
                    return broken;
                }
            }
            some = blocks.from(number + 1, CHUNK);
        }
        if (head.block() != number || !Arrays.equals(head.hash(), hash)) {
            return brokenBlock(number + 1, Reason.BLOCK_MISSING);
        }
        return settledMembers == blocks.countEntries(head.settled()) ? null : inserted(head);
    }

    private @Nullable Broken check(Block block, Map<Long, StoredEntry> entries, Blocks.Head head) {
        if (block.number() != number + 1) {
            return brokenBlock(number + 1, Reason.BLOCK_MISSING);
        }
        if (!Arrays.equals(block.previous(), hash)) {
            return brokenBlock(block.number(), Reason.CHAIN_BROKEN);
        }
        if (!block.fitsItself()) {
            return brokenBlock(block.number(), Reason.BLOCK_CHANGED);
        }
        for (int position = 0; position < block.count(); position++) {
            long sequence = block.entries()[position];
            StoredEntry entry = entries.get(sequence);
            if (entry == null) {
                return new Broken(block.number(), sequence, Reason.ENTRY_MISSING);
            }
            if (!Arrays.equals(tree.leaf(entry.canonical()), block.leaf(position))) {
                return new Broken(block.number(), sequence, Reason.ENTRY_CHANGED);
            }
            if (sequence <= head.settled()) {
                settledMembers++;
            }
        }
        number = block.number();
        hash = block.hash();
        sealed += block.count();
        return null;
    }

    private Broken inserted(Blocks.Head head) {
        return new Broken(null, blocks.firstInNoBlock(head.settled()).orElse(null), Reason.ENTRY_INSERTED);
    }

    private static Broken brokenBlock(long number, Reason reason) {
        return new Broken(number, null, reason);
    }
}
