package org.sifang.emergency.process;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that the form's schema has found in order, in the types the desk takes. */
record FormValues(Map<String, Object> values, ZoneId zone) {

    boolean says(String key, String word) {
        return word.equals(values.get(key));
    }

    @Nullable
    String optional(String key) {
        Object value = values.get(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    String text(String key) {
        String text = optional(key);
        if (text == null) {
            throw new IllegalStateException("The schema lets " + key + " through without a value");
        }
        return text;
    }

    /** With an offset, or without one as the wall clock of the house. */
    Instant moment(String key) {
        String text = text(key);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
    }
}
