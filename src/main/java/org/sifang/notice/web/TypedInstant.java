package org.sifang.notice.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/** Instants as programs and people send them. */
final class TypedInstant {

    private TypedInstant() {}

    /** {@code 2020-10-12T21:00+08:00}; null for nothing. */
    static @Nullable Instant withOffset(String path, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException notOne) {
            throw new FaultsException(Fault.at(path, "fault.notice.instant", shortened(text)));
        }
    }

    /** What a {@code datetime-local} field sends, in the house's zone; null for nothing. */
    static @Nullable Instant local(String path, @Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException notOne) {
            throw new FaultsException(Fault.at(path, "fault.notice.moment", shortened(text)));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
