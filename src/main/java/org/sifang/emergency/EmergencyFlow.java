package org.sifang.emergency;

import java.time.Instant;
import java.util.UUID;

/** The way of an emergency through its model, in the words of the business. */
public interface EmergencyFlow {

    void reported(UUID emergency);

    void departed(UUID emergency);

    void handedOver(UUID emergency);

    void traced(UUID emergency);

    void unitInformed(UUID emergency);

    void sitesClosed(UUID emergency, boolean any);

    /** @param reopeningDueAt by when it has to be judged whether the sites may open again */
    void disinfected(UUID emergency, Instant reopeningDueAt);

    void reopeningJudged(UUID emergency);

    void stoodDown(UUID emergency);
}
