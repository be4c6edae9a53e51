package org.sifang.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a 催办通知书 says, all of it from the record.
 *
 * @param issuer name of the organisation that demands it
 * @param at when the rung was climbed: the date of the paper
 * @param dueAt the deadline that had passed then
 * @param receivedAt when it was received, if that was before the paper
 * @param returned whether something was handed in and given back before the paper
 * @param reminders when the addressee was reminded and urged before, the earliest first
 * @param nextSteps what the ladder has after it, with the instants
 */
public record UrgeNotice(
        Duty duty,
        NoticeView notice,
        Clause clause,
        String issuer,
        Instant at,
        Instant dueAt,
        @Nullable Instant receivedAt,
        boolean returned,
        List<Step> reminders,
        List<Step> nextSteps) {

    /** An action of the ladder and its instant. */
    public record Step(LadderAction action, Instant at) {}

    public UrgeNotice {
        reminders = List.copyOf(reminders);
        nextSteps = List.copyOf(nextSteps);
    }
}
