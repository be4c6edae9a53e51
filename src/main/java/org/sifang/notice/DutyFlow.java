package org.sifang.notice;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The way of a duty through its process, in the words of its business. */
public interface DutyFlow {

    /** Starts one instance a duty, with one flush for all. */
    void sent(List<Duty> duties);

    /** Received: the work of its kind begins. */
    void received(Duty duty);

    /** The work form went to the chief. */
    void worked(UUID duty);

    void signedOff(UUID duty, boolean approved);

    /** Handed in by another system: whatever of work and sign-off is still ahead counts as done. */
    void handedIn(UUID duty);

    void judged(UUID duty, boolean accepted);

    void waived(UUID duty);

    void lifted(Collection<UUID> duties);
}
