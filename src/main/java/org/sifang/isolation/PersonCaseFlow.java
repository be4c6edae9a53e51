package org.sifang.isolation;

import java.util.Collection;
import java.util.UUID;

/** The way of cases through their process, in the words of their business. Ids are those of the cases. */
public interface PersonCaseFlow {

    /** Starts one instance a case, with one flush for all. */
    void opened(Collection<UUID> cases);

    void orderServed(UUID id, boolean isolates);

    void settled(UUID id);

    /** Those that do not wait for a release are passed over. */
    void releaseDecided(Collection<UUID> cases);

    void releaseServed(UUID id, boolean followsUp);

    /** Those that are not followed up are passed over. */
    void followUpEnded(Collection<UUID> cases);

    /** Takes the cases off the way they are on; those that are on none are passed over. */
    void turned(Collection<UUID> cases, CaseTurn turn);

    /** Starts a closed case anew, where it waits for a release. */
    void resumed(UUID id);
}
