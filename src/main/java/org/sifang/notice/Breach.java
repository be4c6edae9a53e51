package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;

/** A failure that somebody has to answer for: what accountability opens a case on, or adds to an open one. */
public interface Breach {

    UUID id();

    UUID notice();

    default PartyKind partyKind() {
        return PartyKind.ORGANIZATION;
    }

    /** Code of the organisation that failed; of an individual, the id of the case. */
    String party();

    /** Id of what the failure is recorded with; its journal tells the story. */
    UUID subject();

    Instant at();
}
