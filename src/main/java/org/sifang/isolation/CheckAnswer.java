package org.sifang.isolation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/**
 * What came of asking after somebody.
 *
 * @param presence null when she could not be reached
 * @param temperature in °C with one digit behind the point; null when nobody took it
 * @param leave for what she is away with permission; only with {@link Presence#AWAY}
 */
public record CheckAnswer(
        @Nullable Presence presence,
        @Nullable BigDecimal temperature,
        Set<Symptom> symptoms,
        @Nullable Leave leave) {

    public static final CheckAnswer NORMAL = new CheckAnswer(Presence.PRESENT, null, Set.of(), null);
    public static final CheckAnswer NOT_REACHED = new CheckAnswer(null, null, Set.of(), null);

    private static final BigDecimal COLDEST = new BigDecimal("34");
    private static final BigDecimal HOTTEST = new BigDecimal("43");

    /** @throws FaultsException with everything that does not fit together */
    public CheckAnswer {
        List<Fault> faults = new ArrayList<>();
        if (temperature != null && (temperature.compareTo(COLDEST) < 0 || temperature.compareTo(HOTTEST) > 0)) {
            faults.add(Fault.at("temperature", "fault.isolation.check.temperature", COLDEST, HOTTEST));
        }
        if (presence == Presence.AWAY && leave == null) {
            faults.add(Fault.at("leave", "fault.isolation.check.leave"));
        }
        if ((presence == null || presence == Presence.ABSENT) && (temperature != null || !symptoms.isEmpty())) {
            faults.add(Fault.at("outcome", "fault.isolation.check.unseen"));
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        leave = presence == Presence.AWAY ? leave : null;
        symptoms = withFever(symptoms, temperature);
    }

    private static Set<Symptom> withFever(Set<Symptom> said, @Nullable BigDecimal temperature) {
        Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        symptoms.addAll(said);
        if (temperature != null && temperature.compareTo(DailyCheck.FEVER) >= 0) {
            symptoms.add(Symptom.FEVER);
        }
        return Set.copyOf(symptoms);
    }
}
