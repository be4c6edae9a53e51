package org.sifang.organization;

import java.time.Instant;
import java.util.Map;

/**
 * Somebody administered organisations or officers; published in his transaction, for the record.
 *
 * @param by user name, or {@link Actor#SYSTEM}
 * @param action a past-tense verb such as {@code officer.deactivated}
 * @param subjectType {@code officer} or {@code organisation}
 * @param subject user name or code
 * @param organization code of the organisation it concerns
 */
public record Administered(
        Instant at,
        String by,
        String action,
        String subjectType,
        String subject,
        String organization,
        Map<String, String> facts) {

    public Administered {
        facts = Map.copyOf(facts);
    }
}
