package org.sifang.labtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.TypedText;

/** What people say of a test, checked: everything wrong is gathered before it is told. */
final class Said {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}[\\p{Nd} -]{5,}[\\p{Nd}XxＸｘ]?");

    private final List<Fault> faults = new ArrayList<>();

    void wrong(String path, String code, Object... args) {
        faults.add(Fault.at(path, code, args));
    }

    /** A reason of two characters at least. People write down whom they mean; the record must not learn numbers that way. */
    String reason(String path, @Nullable String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.codePointCount(0, reason.length()) < 2 || reason.length() > LONGEST_REASON) {
            wrong(path, "fault.labtest.reason", LONGEST_REASON);
        }
        return NUMBER.matcher(reason).replaceAll("…");
    }

    /** The number on a tube. One with the form of an identity number is refused: it would stand here in clear. */
    String sample(String path, @Nullable String typed) {
        String number = TypedText.compact(typed == null ? "" : typed).toUpperCase(Locale.ROOT);
        if (number.isEmpty()) {
            wrong(path, "fault.labtest.sample.missing");
        } else if (number.length() > LONGEST_NUMBER) {
            wrong(path, "fault.labtest.sample.long", LONGEST_NUMBER);
        } else if (number.matches("\\d{17}[\\dX]")) {
            wrong(path, "fault.labtest.sample.identity");
        }
        return number;
    }

    void notLaterThan(String path, Instant at, Instant now) {
        if (at.isAfter(now.plusSeconds(60))) {
            wrong(path, "fault.labtest.future");
        }
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void check() {
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }
}
