package org.sifang.isolation;

import java.util.UUID;

/** The way of a batch of found people through its process. */
public interface OpeningFlow {

    /** Starts the lanes that take the batch up. */
    void started(UUID opening, int lanes);
}
