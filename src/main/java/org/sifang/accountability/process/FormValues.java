package org.sifang.accountability.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that the form's schema has found in order. */
record FormValues(Map<String, Object> values) {

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

    <E extends Enum<E>> E word(String key, Class<E> type) {
        return Enum.valueOf(type, text(key));
    }
}
