package org.sifang.inspection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding was rectified and struck off (销号); told in the transaction that did it.
 *
 * @param organization code of the organisation that has mended it
 * @param sourceId the visit, duty or other record it came from
 */
public record FindingClosed(
        UUID finding, String organization, @Nullable UUID sourceId, Instant at) {}
