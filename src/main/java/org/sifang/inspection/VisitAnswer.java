package org.sifang.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was found at one item of a visit. */
public record VisitAnswer(
        String item, Answer answer, @Nullable String note, String answeredBy, Instant answeredAt) {}
