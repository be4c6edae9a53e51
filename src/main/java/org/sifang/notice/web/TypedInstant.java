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

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private TypedInstant() {}

    /** {@code 2020-10-12T21:00+08:00}; null for nothing. */
    static @Nullable Instant withOffset(String path, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return inCalendar(OffsetDateTime.parse(text.strip()).toInstant());
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
            return inCalendar(LocalDateTime.parse(text.strip().replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException notOne) {
            throw new FaultsException(Fault.at(path, "fault.notice.moment", shortened(text)));
        }
    }

    /** Years of four digits: what lies beyond is a slip of the finger, and no database keeps it. */
    private static Instant inCalendar(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("Beyond the calendar");
        }
        return instant;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
