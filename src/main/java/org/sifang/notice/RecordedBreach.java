package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A breach as it was kept, and as it is made out by hand. */
public record RecordedBreach(
        UUID id,
        @Nullable UUID notice,
        PartyKind partyKind,
        BreachKind kind,
        BreachSeverity severity,
        String party,
        UUID subject,
        Instant at,
        @Nullable String reportedBy,
        @Nullable String account)
        implements Breach {}
