package org.sifang.person;

/**
 * A table that keeps sealed bytes and can seal them anew. After a change of the key every bean of this type is asked,
 * chunk after chunk, until none has anything left under an old key.
 */
public interface SealedRows {

    /**
     * Seals some rows under the present key, in the caller's transaction.
     *
     * @return how many rows; 0 when none is left
     */
    int sealAnew(int limit);

    /** How many rows are sealed with another key than the present one. */
    long sealedOtherwise();
}
