package org.sifang.accountability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A leader's decision.
 *
 * @param measure null when nobody is held to account
 * @param reason why; needed where it departs from the proposal, and to dismiss
 * @param by user name of the leader
 */
public record Ruling(
        @Nullable MeasureKind measure, @Nullable String reason, String by, Instant at) {}
