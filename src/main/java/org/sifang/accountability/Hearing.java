package org.sifang.accountability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the party was heard.
 *
 * @param text what it stated, or why it waived; null when its period passed
 * @param by user name of whoever handed it in; the system when the period passed
 */
public record Hearing(HearingKind kind, @Nullable String text, String by, Instant at) {}
