package org.sifang.screening;

import java.util.Set;
import java.util.UUID;

/** These cases stand elsewhere now; published in the transaction that moved them, once for all of them. */
public record CasesMoved(Set<UUID> cases, CaseState to) {

    public CasesMoved {
        cases = Set.copyOf(cases);
    }
}
