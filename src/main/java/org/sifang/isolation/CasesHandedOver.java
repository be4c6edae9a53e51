package org.sifang.isolation;

import java.util.Set;
import java.util.UUID;

/** Somebody else looks after these people from now on; published in the transaction that says so. */
public record CasesHandedOver(Set<UUID> cases) {

    public CasesHandedOver {
        cases = Set.copyOf(cases);
    }
}
