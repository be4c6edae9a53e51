package org.sifang.accountability;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.TypedText;

/** Gathers what is wrong with what somebody filled in. */
final class CaseFaults {

    static final int LONGEST = 2_000;

    /** Telephone and document numbers. */
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("\\d{7,}");

    private final List<Fault> found = new ArrayList<>();

    CaseFaults add(String path, String code, Object... args) {
        found.add(Fault.at(path, code, args));
        return this;
    }

    CaseFaults when(boolean wrong, String path, String code, Object... args) {
        return wrong ? add(path, code, args) : this;
    }

    /** A text that has to be there, is not endless and names no person's number. */
    CaseFaults text(String path, @Nullable String text) {
        return text == null || text.isBlank() ? add(path, "fault.accountability.missing") : free(path, text);
    }

    /** A text that may be left out. */
    CaseFaults free(String path, @Nullable String text) {
        if (text == null) {
            return this;
        }
        when(text.length() > LONGEST, path, "fault.accountability.long", LONGEST);
        String numbers = TypedText.compact(text).replace("-", "");
        return when(NUMBER_OF_A_PERSON.matcher(numbers).find(), path, "fault.accountability.personal");
    }

    void raise() {
        if (!found.isEmpty()) {
            throw new FaultsException(found);
        }
    }
}
