package org.sifang.notice.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words of an address, which anybody may have cut off or changed: what cannot be read counts as not said. */
final class Words {

    private Words() {}

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, @Nullable String text) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(given(text))) {
                return one;
            }
        }
        return null;
    }

    static @Nullable UUID id(@Nullable String text) {
        String given = given(text);
        try {
            return given == null ? null : UUID.fromString(given);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
