package org.sifang.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * A sealed block: some entries, and the hash of the block before.
 *
 * @param number counts from 1 without a gap
 * @param entries sequence numbers of the entries, rising
 * @param leaves their hashes, 32 bytes each, in the same order
 * @param root root of the Merkle tree over the leaves
 * @param hash of number, previous hash, time, count and root
 */
record Block(long number, byte[] previous, Instant sealedAt, Long[] entries, byte[] leaves, byte[] root, byte[] hash) {

    /** Before the first block. */
    static final byte[] NOTHING = new byte[MerkleTree.HASH_LENGTH];

    private static final byte BLOCK = 2;

    /** @param now to the microsecond, as the table keeps it */
    static Block seal(long number, byte[] previous, Instant now, List<StoredEntry> entries) {
        MerkleTree tree = new MerkleTree();
        ByteBuffer leaves = ByteBuffer.allocate(entries.size() * MerkleTree.HASH_LENGTH);
        for (StoredEntry entry : entries) {
            byte[] leaf = tree.leaf(entry.canonical());
            leaves.put(leaf);
            tree.add(leaf);
        }
        Long[] members = entries.stream().map(StoredEntry::sequence).toArray(Long[]::new);
        byte[] root = tree.root();
        return new Block(
                number,
                previous,
                now,
                members,
                leaves.array(),
                root,
                hash(number, previous, now, members.length, root));
    }

    static Block read(ResultSet row, int number) throws SQLException {
        return new Block(
                row.getLong("number"),
                row.getBytes("previous"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                (Long[]) row.getArray("entries").getArray(),
                row.getBytes("leaves"),
                row.getBytes("root"),
                row.getBytes("hash"));
    }

    int count() {
        return entries.length;
    }

    byte[] leaf(int position) {
        int start = position * MerkleTree.HASH_LENGTH;
        return Arrays.copyOfRange(leaves, start, start + MerkleTree.HASH_LENGTH);
    }

    /** Whether its own parts fit together; says nothing about the entries or the block before. */
    boolean fitsItself() {
        if (leaves.length != entries.length * MerkleTree.HASH_LENGTH) {
            return false;
        }
        MerkleTree tree = new MerkleTree();
        for (int position = 0; position < entries.length; position++) {
            if (position > 0 && entries[position] <= entries[position - 1]) {
                return false;
            }
            tree.add(leaf(position));
        }
        return Arrays.equals(root, tree.root())
                && Arrays.equals(hash, hash(number, previous, sealedAt, entries.length, root));
    }

    private static byte[] hash(long number, byte[] previous, Instant sealedAt, int count, byte[] root) {
        MessageDigest digest = MerkleTree.sha256();
        digest.update(ByteBuffer.allocate(1 + 2 * Long.BYTES + 2 * Integer.BYTES)
                .put(BLOCK)
                .putLong(number)
                .putLong(sealedAt.getEpochSecond())
                .putInt(sealedAt.getNano())
                .putInt(count)
                .array());
        digest.update(previous);
        return digest.digest(root);
    }
}
