package org.sifang.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the key that seals personal data: at once for what is written from now on, in the background and in chunks for
 * what is there already. Interrupted, it goes on at the next look; several nodes share the work.
 */
@Service
public class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);
    private static final int CHUNK = 500;

    private final Vault vault;
    private final List<SealedRows> tables;
    private final Journal journal;
    private final TransactionTemplate transaction;

    KeyRotation(Vault vault, List<SealedRows> tables, Journal journal, TransactionTemplate transaction) {
        this.vault = vault;
        this.tables = tables;
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * Takes a new key.
     *
     * @throws AccessDeniedException when the officer is no administrator
     */
    @Transactional
    public void rotate(Actor actor, Instant now) {
        admit(actor);
        vault.rotate(now);
        journal.record(new Entry(
                now, actor.username(), "person.keys-rotated", "key", "person", null, actor.organization(), Map.of()));
    }

    /** The id of the key that seals now. */
    public long key(Actor actor) {
        admit(actor);
        return vault.key();
    }

    /** Rows still sealed with an older key. */
    public long pending(Actor actor) {
        admit(actor);
        return tables.stream().mapToLong(SealedRows::sealedOtherwise).sum();
    }

    private static void admit(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw new AccessDeniedException("Keys are the business of administrators");
        }
    }

    /** Seals anew what is still under an old key; a look costs one index search when there is nothing. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void sealAnew() {
        int total = 0;
        for (SealedRows table : tables) {
            for (int sealed = chunk(table); sealed > 0; sealed = chunk(table)) {
                total += sealed;
            }
        }
        if (total > 0) {
            log.info("{} rows of personal data were sealed with the present key", total);
        }
    }

    private int chunk(SealedRows table) {
        Integer sealed = transaction.execute(status -> table.sealAnew(CHUNK));
        return sealed == null ? 0 : sealed;
    }
}
