package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A failure that somebody has to answer for: what accountability opens a case on, or adds to an open one. */
public interface Breach {

    UUID id();

    /** Null for a failure outside any notice. */
    @Nullable
    UUID notice();

    default PartyKind partyKind() {
        return PartyKind.ORGANIZATION;
    }

    default BreachKind kind() {
        return partyKind() == PartyKind.INDIVIDUAL ? BreachKind.ISOLATION : BreachKind.DUTY;
    }

    default BreachSeverity severity() {
        return BreachSeverity.SERIOUS;
    }

    /** Code of the organisation that failed; of an individual, the id of the case. */
    String party();

    /** Id of what the failure is recorded with; its journal tells the story. */
    UUID subject();

    Instant at();

    /** User name of whoever reported it, who may not decide on it; null when a timer found it. */
    default @Nullable String reportedBy() {
        return null;
    }

    /** What happened, in the reporter's words and without personal data; null where the subject tells it. */
    default @Nullable String account() {
        return null;
    }
}
