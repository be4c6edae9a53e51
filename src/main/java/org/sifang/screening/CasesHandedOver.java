package org.sifang.screening;

import java.util.Set;
import java.util.UUID;

/** Somebody else answers for these cases, or looks after them, now; published in the transaction that handed them over. */
public record CasesHandedOver(Set<UUID> cases) {

    public CasesHandedOver {
        cases = Set.copyOf(cases);
    }
}
