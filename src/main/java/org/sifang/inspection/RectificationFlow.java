package org.sifang.inspection;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** The way of a finding through its model, in the words of the business. */
public interface RectificationFlow {

    /** @param orderDueAt when those who should order are reminded */
    void opened(Collection<UUID> findings, Instant orderDueAt);

    void ordered(UUID finding, Instant dueAt);

    /** The deadline was moved: so is the live timer. */
    void extended(UUID finding, Instant dueAt);

    /** @param recheckDueAt when those who should recheck are reminded */
    void evidenceIn(UUID finding, Instant recheckDueAt);

    void recheckerNamed(UUID finding);

    void closed(UUID finding);

    void sentBack(UUID finding, Instant dueAt);
}
