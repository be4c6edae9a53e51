package org.sifang.isolation.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.CheckAnswer;
import org.sifang.isolation.Leave;
import org.sifang.isolation.Presence;
import org.sifang.isolation.Symptom;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.TypedText;

/**
 * An answer as it was typed or sent.
 *
 * @param outcome a name of {@link Presence}, or {@code NOT_REACHED}
 */
record CheckForm(
        @Nullable String outcome,
        @Nullable String temperature,
        @Nullable List<String> symptoms,
        @Nullable String leave) {

    private static final String NOT_REACHED = "NOT_REACHED";

    /** @throws FaultsException with everything that cannot be read, or does not fit together */
    CheckAnswer toAnswer() {
        List<Fault> faults = new ArrayList<>();
        Presence presence = one(Presence.class, outcome);
        if (presence == null && !NOT_REACHED.equals(outcome)) {
            faults.add(Fault.at("outcome", "fault.isolation.check.outcome"));
        }
        BigDecimal degrees = degrees(faults);
        Leave why = one(Leave.class, leave);
        Set<Symptom> signs = symptoms(faults);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        return new CheckAnswer(presence, degrees, signs, why);
    }

    /** Whether this symptom was ticked. */
    public boolean names(Symptom one) {
        return symptoms != null && symptoms.contains(one.name());
    }

    Set<Symptom> toSymptoms() {
        List<Fault> faults = new ArrayList<>();
        Set<Symptom> signs = symptoms(faults);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        return signs;
    }

    private @Nullable BigDecimal degrees(List<Fault> faults) {
        String typed = temperature == null
                ? ""
                : TypedText.compact(temperature).replace("℃", "").replace("°C", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{2}(\\.\\d)?")) {
            faults.add(Fault.at("temperature", "fault.isolation.check.temperature", 34, 43));
            return null;
        }
        return new BigDecimal(typed);
    }

    private Set<Symptom> symptoms(List<Fault> faults) {
        Set<Symptom> signs = EnumSet.noneOf(Symptom.class);
        for (String name : symptoms == null ? List.<String>of() : symptoms) {
            Symptom sign = one(Symptom.class, name);
            if (sign == null) {
                faults.add(Fault.at("symptoms", "fault.isolation.check.symptom"));
            } else {
                signs.add(sign);
            }
        }
        return signs;
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
