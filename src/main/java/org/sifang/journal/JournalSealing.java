package org.sifang.journal;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals entries in blocks, beside those who write them: they hold no lock and wait for nothing. A slow transaction may
 * commit its entry after younger ones were sealed; it goes into a later block, and the search for such latecomers reaches
 * back no further than to the oldest transaction that is still running.
 */
@Component
public class JournalSealing {

    /** Most entries of one block, and most blocks of one transaction. */
    static final int ENTRIES = 10_000;

    private static final int BLOCKS = 20;

    private static final Logger log = LoggerFactory.getLogger(JournalSealing.class);

    private final Blocks blocks;
    private final TransactionTemplate transaction;

    JournalSealing(Blocks blocks, PlatformTransactionManager transactions) {
        this.blocks = blocks;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Seals what there is, unless another node is at it. */
    @Scheduled(
            fixedDelayString = "${sifang.journal.seal-every:5s}",
            initialDelayString = "${sifang.journal.seal-every:5s}")
    void sealWhatIsThere() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> blocks.tryLock() && seal()));
        }
    }

    /** Seals every entry that is committed at this moment, waiting for another node that is at it. */
    public void sealNow() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> {
                blocks.lock();
                return seal();
            }));
        }
    }

    /** Some blocks at most; answers whether there may be more to seal. */
    private boolean seal() {
        Blocks.Head head = blocks.head().orElseThrow(() -> new IllegalStateException("The journal has lost its head"));
        long drawn = blocks.lastDrawn();
        if (drawn <= head.settled()) {
            return false;
        }
        Blocks.Look look = blocks.look();
        long number = head.block();
        byte[] hash = head.hash();
        long after = head.settled();
        for (int some = 0; some < BLOCKS; some++) {
            List<StoredEntry> entries = blocks.unsealed(head, after, ENTRIES);
            if (!entries.isEmpty()) {
                Block block = Block.seal(++number, hash, look.at().truncatedTo(ChronoUnit.MICROS), entries);
                blocks.append(block);
                log.debug("Sealed block {} of {} entries", number, block.count());
                hash = block.hash();
                after = entries.get(entries.size() - 1).sequence();
            }
            if (entries.size() < ENTRIES) {
                if (look.passed()) {
                    blocks.settle(head.mark(), drawn);
                }
                return false;
            }
        }
        return true;
    }
}
