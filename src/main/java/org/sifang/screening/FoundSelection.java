package org.sifang.screening;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People that an organisation, and for a command everybody in its area, found for a notice.
 *
 * @param after found later than this; null from the beginning
 * @param upTo found at this moment at the latest; null until now
 * @param except ids of cases that are told already
 */
public record FoundSelection(
        UUID notice,
        String organization,
        @Nullable Instant after,
        @Nullable Instant upTo,
        Set<UUID> except) {

    public FoundSelection {
        except = Set.copyOf(except);
    }

    /** Everybody found so far. */
    public static FoundSelection all(UUID notice, String organization) {
        return new FoundSelection(notice, organization, null, null, Set.of());
    }

    /** Those not told yet. */
    public FoundSelection without(Set<UUID> told) {
        return new FoundSelection(notice, organization, after, upTo, told);
    }
}
