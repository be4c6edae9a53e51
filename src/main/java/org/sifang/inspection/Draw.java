package org.sifang.inspection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draw as kept.
 *
 * @param number counts the draws of an inspection from 1
 * @param seed 32 hexadecimal digits
 * @param reason why it was drawn again; null for the first
 */
public record Draw(
        UUID id,
        UUID inspection,
        int number,
        String seed,
        DrawInput input,
        List<DrawnVisit> result,
        Instant drawnAt,
        String drawnBy,
        @Nullable String reason) {

    public Draw {
        result = List.copyOf(result);
    }

    /** Those of this organisation's inspectors, when it was drawn. */
    public List<String> inspectorsOf(String organization) {
        return result.stream()
                .filter(visit -> visit.organization().equals(organization))
                .findFirst()
                .map(DrawnVisit::inspectors)
                .orElse(List.of());
    }
}
