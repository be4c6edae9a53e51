package org.sifang.isolation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A test of a case has a result, or another one than before; published in the transaction that recorded it. A first
 * positive takes its way through the models; a corrected one reopens what was decided on the wrong one.
 *
 * @param before the result that was corrected; null when this is the first
 */
public record TestDecided(
        UUID caseId, UUID test, TestResult result, @Nullable TestResult before, Instant at) {}
