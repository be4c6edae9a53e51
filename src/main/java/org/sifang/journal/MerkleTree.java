package org.sifang.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Root of the Merkle tree over leaves that come one after the other, in memory of the logarithm of their number. The
 * tree, and the prefixes 0x00 and 0x01 that keep a leaf from being taken for a node, are those of RFC 6962, section 2.1.
 */
final class MerkleTree {

    static final int HASH_LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();
    private final Deque<Subtree> complete = new ArrayDeque<>();

    private record Subtree(byte[] hash, int leaves) {}

    /** Hash of one leaf. */
    byte[] leaf(byte[] content) {
        digest.update(LEAF);
        return digest.digest(content);
    }

    void add(byte[] leaf) {
        Subtree last = new Subtree(leaf, 1);
        while (!complete.isEmpty() && complete.peek().leaves() == last.leaves()) {
            last = join(complete.pop(), last);
        }
        complete.push(last);
    }

    /** The root of the leaves so far; the hash of nothing when there are none. */
    byte[] root() {
        if (complete.isEmpty()) {
            return digest.digest();
        }
        Subtree right = null;
        for (Subtree left : complete) {
            right = right == null ? left : join(left, right);
        }
        return right == null ? digest.digest() : right.hash();
    }

    private Subtree join(Subtree left, Subtree right) {
        digest.update(NODE);
        digest.update(left.hash());
        return new Subtree(digest.digest(right.hash()), left.leaves() + right.leaves());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
