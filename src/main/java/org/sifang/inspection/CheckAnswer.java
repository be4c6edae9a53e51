package org.sifang.inspection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation said of itself about one item.
 *
 * @param duty the duty it was handed in for
 * @param number of the submission, from 1
 * @param itemText as asked that day
 * @param amount where something is counted; null elsewhere
 * @param unit DAYS, ROOMS, BEDS, PEOPLE or VEHICLES; null where nothing is counted
 * @param minimum least amount that was in order that day
 * @param note the evidence, or what is missing
 */
public record CheckAnswer(
        UUID duty,
        int number,
        UUID notice,
        String organization,
        String checklist,
        String item,
        int position,
        String itemText,
        Severity severity,
        SelfAnswer answer,
        @Nullable BigDecimal amount,
        @Nullable String unit,
        @Nullable Integer minimum,
        @Nullable String note,
        String answeredBy,
        Instant answeredAt) {}
