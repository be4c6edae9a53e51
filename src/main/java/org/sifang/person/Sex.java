package org.sifang.person;

import java.util.Locale;
import java.util.Optional;
import org.sifang.kernel.TypedText;

/** Sex as documents state it. */
public enum Sex {
    MALE,
    FEMALE;

    /** From what people write in a sheet: 男, 女, 男性, M, female, …; empty when it is none of these. */
    public static Optional<Sex> read(String typed) {
        return switch (TypedText.compact(typed).toLowerCase(Locale.ROOT)) {
            case "男", "男性", "m", "male" -> Optional.of(MALE);
            case "女", "女性", "f", "female" -> Optional.of(FEMALE);
            default -> Optional.empty();
        };
    }
}
