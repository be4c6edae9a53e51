package org.sifang.organization;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One suspension of an organisation's status (暂停资格), open or past.
 *
 * @param basis id of the accountability case it rests on; null when a leader suspended by hand
 * @param suspendedBy user name, or {@link Actor#SYSTEM}
 * @param reinstatedAt null while it lasts
 */
public record Standing(
        UUID id,
        String organization,
        @Nullable UUID basis,
        String reason,
        Instant suspendedAt,
        String suspendedBy,
        @Nullable Instant reinstatedAt,
        @Nullable String reinstatedBy,
        @Nullable String reinstatedReason) {

    public boolean open() {
        return reinstatedAt == null;
    }
}
