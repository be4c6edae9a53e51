package org.sifang.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.TypedText;

/** Gathers what is wrong with what somebody filled in. */
final class StepFaults {

    /** Clocks of people and of the house differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** Telephone and document numbers. */
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("\\d{7,}");

    private final List<Fault> found = new ArrayList<>();

    StepFaults add(String path, String code, Object... args) {
        found.add(Fault.at(path, code, args));
        return this;
    }

    /** What is said to have happened has not happened yet. */
    StepFaults past(String path, Instant at, Instant now) {
        return at.isAfter(now.plus(TOLERANCE)) ? add(path, "fault.emergency.future") : this;
    }

    /** A free text is no place for a person's number. */
    StepFaults free(String path, @Nullable String text) {
        boolean telling = text != null
                && NUMBER_OF_A_PERSON
                        .matcher(TypedText.compact(text).replace("-", ""))
                        .find();
        return telling ? add(path, "fault.emergency.personal") : this;
    }

    void raise() {
        if (!found.isEmpty()) {
            throw new FaultsException(found);
        }
    }
}
