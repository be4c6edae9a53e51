package org.sifang.labtest;

/**
 * What became of the results of a list.
 *
 * @param accepted now the results of tests
 * @param unmatched waiting in the queue
 * @param duplicates known before; they changed nothing
 */
public record Receipt(int accepted, int unmatched, int duplicates) {}
