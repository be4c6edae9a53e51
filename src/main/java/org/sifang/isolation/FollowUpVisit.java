package org.sifang.isolation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * A visit after release.
 *
 * @param number day after the release
 * @param last whether the follow-up ends with it
 * @param attempts visits at which she was not met
 * @param late recorded after its day
 */
public record FollowUpVisit(
        UUID id,
        UUID notice,
        UUID caseId,
        UUID person,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        String carer,
        int number,
        LocalDate dueOn,
        boolean last,
        DailyCheckState state,
        Set<Symptom> symptoms,
        int attempts,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        boolean late,
        boolean over) {

    public FollowUpVisit {
        symptoms = Set.copyOf(symptoms);
    }

    public boolean open() {
        return !over && state != DailyCheckState.DONE && state != DailyCheckState.VOID;
    }
}
