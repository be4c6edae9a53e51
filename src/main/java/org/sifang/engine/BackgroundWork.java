package org.sifang.engine;

/** Work that follows from a transaction on a thread of its own; whoever steers the clock waits for it as for jobs. */
public interface BackgroundWork {

    boolean underWay();
}
