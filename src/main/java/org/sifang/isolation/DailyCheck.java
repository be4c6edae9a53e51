package org.sifang.isolation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * The check of one person on one day.
 *
 * @param carer code of the organisation that looks after her
 * @param household equal for those who share a phone
 * @param presence null while there is no answer
 * @param temperature in °C; null when nobody took it
 * @param attempts contacts tried in vain
 * @param forAll one of the household answered for her
 * @param late answered after the cut-off
 */
public record DailyCheck(
        UUID id,
        UUID round,
        UUID notice,
        LocalDate day,
        UUID caseId,
        UUID person,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        String carer,
        String household,
        DailyCheckState state,
        @Nullable Presence presence,
        @Nullable BigDecimal temperature,
        Set<Symptom> symptoms,
        @Nullable Leave leave,
        int attempts,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        boolean forAll,
        boolean late) {

    /** °C from which on a temperature counts as fever. */
    public static final BigDecimal FEVER = new BigDecimal("37.3");

    public DailyCheck {
        symptoms = Set.copyOf(symptoms);
    }

    public boolean open() {
        return state != DailyCheckState.DONE && state != DailyCheckState.VOID;
    }
}
