package org.sifang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sifang.journal.JournalFixture.entries;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.journal.Verification.Broken;
import org.sifang.journal.Verification.Reason;

/** Somebody with all rights over the database changes the record behind its triggers. Each test takes its change back. */
class JournalVerificationTests {

    private static JournalFixture fixture;

    @BeforeAll
    static void threeBlocks() {
        fixture = new JournalFixture();
        for (int block = 1; block <= 3; block++) {
            fixture.journal.recordAll(entries(5));
            fixture.sealing.sealNow();
        }
        fixture.sealing.sealNow();
        fixture.sealing.sealNow();
        fixture.journal.recordAll(entries(2));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void findsTheUntouchedJournalIntact() {
        Verification verification = fixture.journal.verify();
        assertThat(verification)
                .extracting(
                        Verification::entries,
                        Verification::sealed,
                        Verification::blocks,
                        Verification::intact,
                        Verification::firstBroken)
                .containsExactly(17L, 15L, 3L, true, null);
        assertThat(verification.head()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set facts = '{\"clause\":\"三(二)\"}' where sequence = 7",
                "update journal_entry set facts = facts || ' ' where sequence = 7",
                "update journal_entry set actor = '150521.officer' where sequence = 7",
                "update journal_entry set occurred_at = occurred_at - interval '1 microsecond' where sequence = 7",
                "update journal_entry set occurred_at = 'infinity' where sequence = 7",
                "update journal_entry set recorded_at = recorded_at - interval '1 hour' where sequence = 7",
                "update journal_entry set organization = null where sequence = 7",
                "update journal_entry set sector = '' where sequence = 7",
                "update journal_entry set notice = null where sequence = 7",
                "update journal_entry set subject_type = 'dut', subject = 'y' || subject where sequence = 7"
            })
    void namesTheEntryThatWasChanged(String change) {
        assertThat(brokenAfter(change)).isEqualTo(new Broken(2L, 7L, Reason.ENTRY_CHANGED));
    }

    @Test
    void namesTheEntryThatWasRemoved() {
        assertThat(brokenAfter("delete from journal_entry where sequence = 7"))
                .isEqualTo(new Broken(2L, 7L, Reason.ENTRY_MISSING));
    }

    @Test
    void seesTwoEntriesThatChangedPlaces() {
        assertThat(brokenAfter("update journal_entry a set subject = b.subject from journal_entry b"
                        + " where a.sequence in (7, 8) and b.sequence = 15 - a.sequence"))
                .isEqualTo(new Broken(2L, 7L, Reason.ENTRY_CHANGED));
    }

    @Test
    void seesAnEntryPutInBetween() {
        assertThat(brokenAfter(
                        "delete from journal_entry where sequence = 7",
                        "delete from journal_block where number > 1",
                        "update journal_chain set (block, hash) = (select number, hash from journal_block)"))
                .as("a tail cut off in one piece leaves entries that no block names")
                .isEqualTo(new Broken(null, 6L, Reason.ENTRY_INSERTED));
        assertThat(brokenAfter("""
                        insert into journal_entry (sequence, occurred_at, actor, action, subject_type, subject, facts)
                        overriding system value values (0, now(), 'a', 'b', 'c', 'd', '{}')
                        """)).isEqualTo(new Broken(null, 0L, Reason.ENTRY_INSERTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_block set entries = entries || 99::bigint where number = 2",
                "update journal_block set entries = entries[1:4] where number = 2",
                "update journal_block set entries = entries[1:4], leaves = substr(leaves, 1, 128) where number = 2",
                "update journal_block set leaves = overlay(leaves placing '\\x00' from 40) where number = 2",
                "update journal_block set root = hash where number = 2",
                "update journal_block set hash = root where number = 2",
                "update journal_block set sealed_at = sealed_at - interval '1 hour' where number = 2"
            })
    void namesTheBlockThatWasChanged(String change) {
        assertThat(brokenAfter(change)).isEqualTo(new Broken(2L, null, Reason.BLOCK_CHANGED));
    }

    @Test
    void seesBlocksThatAreGone() {
        assertThat(brokenAfter("delete from journal_block where number = 1"))
                .isEqualTo(new Broken(1L, null, Reason.BLOCK_MISSING));
        assertThat(brokenAfter("delete from journal_block where number = 2"))
                .isEqualTo(new Broken(2L, null, Reason.BLOCK_MISSING));
        assertThat(brokenAfter("delete from journal_block where number = 3"))
                .isEqualTo(new Broken(3L, null, Reason.BLOCK_MISSING));
        assertThat(brokenAfter("delete from journal_chain")).isEqualTo(new Broken(1L, null, Reason.BLOCK_MISSING));
    }

    @Test
    void seesBlocksThatChangedPlaces() {
        assertThat(brokenAfter(
                        "update journal_block set number = 0 where number = 2",
                        "update journal_block set number = 2 where number = 3",
                        "update journal_block set number = 3 where number = 0"))
                .isEqualTo(new Broken(2L, null, Reason.CHAIN_BROKEN));
    }

    /** A whole block made anew, with all hashes in order: the block after it tells. */
    @Test
    void seesABlockThatWasForgedWell() {
        Broken broken = fixture.transaction.execute(status -> {
            status.setRollbackOnly();
            tamper("update journal_entry set actor = 'nobody' where sequence = 7");
            Block old = fixture.blocks.from(2, 1).get(0);
            List<StoredEntry> members = fixture.blocks.entries(List.of(old)).stream()
                    .sorted(Comparator.comparing(StoredEntry::sequence))
                    .toList();
            Block forged = Block.seal(2, old.previous(), old.sealedAt(), members);
            fixture.jdbc
                    .sql("update journal_block set leaves = :leaves, root = :root, hash = :hash where number = 2")
                    .param("leaves", forged.leaves())
                    .param("root", forged.root())
                    .param("hash", forged.hash())
                    .update();
            return fixture.journal.verify().firstBroken();
        });
        assertThat(broken).isEqualTo(new Broken(3L, null, Reason.CHAIN_BROKEN));
    }

    private Broken brokenAfter(String... changes) {
        return Objects.requireNonNull(fixture.transaction.execute(status -> {
            status.setRollbackOnly();
            for (String change : changes) {
                tamper(change);
            }
            Verification verification = fixture.journal.verify();
            assertThat(verification.intact()).isFalse();
            assertThat(verification.head()).isNull();
            return verification.firstBroken();
        }));
    }

    private void tamper(String change) {
        fixture.jdbc.sql("set local session_replication_role = replica").update();
        assertThat(fixture.jdbc.sql(change).update()).as(change).isPositive();
    }
}
