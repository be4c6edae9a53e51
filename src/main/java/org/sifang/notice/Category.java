package org.sifang.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * People to be found, as this notice defines them; another notice means other people by the same words.
 *
 * @param since the first day of the stay or contact that counts; null when the notice names none
 * @param measure name of a measure of the same notice
 */
public record Category(
        String code, String name, String clause, @Nullable LocalDate since, String measure) {

    public Category {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A category has a code and a name");
        }
    }
}
