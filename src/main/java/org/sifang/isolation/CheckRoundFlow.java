package org.sifang.isolation;

/** The way of a check day through its process, in the words of its business. */
public interface CheckRoundFlow {

    void planned(CheckRound round);
}
