package org.sifang.labtest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestOrder;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Ids;
import org.sifang.notice.Payer;

/**
 * A test of a case. Of the fields that are null, those of the sample are so until there is one, those of the result
 * until it is in.
 *
 * @param step of the case's plan, from 0; further ones behind it
 * @param insteadOf the test of the same step that this one was ordered instead of
 * @param attempt counts the samples, from 1
 * @param from when sampling may begin
 * @param dueAt by when the present sample has to be taken
 * @param sample number on the tube; of a pooled one, the pool's
 * @param laboratory code of the organisation the sample goes to
 */
public record LabTest(
        UUID id,
        UUID caseId,
        UUID person,
        UUID notice,
        int step,
        @Nullable UUID insteadOf,
        int attempt,
        TestState state,
        Payer paidBy,
        Instant orderedAt,
        Instant from,
        Instant dueAt,
        @Nullable String sample,
        @Nullable String laboratory,
        @Nullable UUID pool,
        @Nullable Instant sampledAt,
        @Nullable Instant deliveryDueAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant resultDueAt,
        @Nullable TestResult result,
        @Nullable Instant testedAt,
        @Nullable Instant recordedAt,
        @Nullable Exemption exemption,
        @Nullable Instant overdueAt,
        @Nullable String endReason) {

    /** Why and by whom a person who should pay for the test need not. */
    public record Exemption(String reason, String by, Instant at) {}

    static LabTest ordered(TestOrder order, UUID person, Instant now) {
        return ordered(
                order.caseId(),
                person,
                order.notice(),
                order.step(),
                null,
                order.paidBy(),
                order.from(),
                order.dueAt(),
                now,
                null);
    }

    /** The test that is ordered instead of this one. */
    LabTest insteadOfThis(Instant dueAt, Instant now) {
        return ordered(caseId, person, notice, step, id, paidBy, now, dueAt, now, exemption);
    }

    private static LabTest ordered(
            UUID caseId,
            UUID person,
            UUID notice,
            int step,
            @Nullable UUID insteadOf,
            Payer paidBy,
            Instant from,
            Instant dueAt,
            Instant now,
            @Nullable Exemption exemption) {
        return new LabTest(
                Ids.next(),
                caseId,
                person,
                notice,
                step,
                insteadOf,
                1,
                TestState.ORDERED,
                paidBy,
                now,
                from,
                dueAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                exemption,
                null,
                null);
    }

    /** As people count them: the first one is number 1. */
    public int number() {
        return step + 1;
    }

    /** What it waits for now, by when; null when it waits for nothing any more. */
    public @Nullable Instant clock() {
        return switch (state) {
            case ORDERED -> dueAt;
            case SAMPLED -> deliveryDueAt;
            case DELIVERED -> resultDueAt;
            default -> null;
        };
    }
}
