package org.sifang.isolation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.Isolation.Settlement;

/** A copy of an isolation with some of it changed. */
final class IsolationChange {

    private final Isolation before;
    ControlMeasure measure;
    int negatives;

    @Nullable
    Instant symptomsAt;

    @Nullable
    Instant positiveAt;

    @Nullable
    Instant stepDueAt;

    @Nullable
    Delivery order;

    @Nullable
    Settlement settlement;

    @Nullable
    Instant beganAt;

    @Nullable
    Instant untilAt;

    @Nullable
    Decision decision;

    @Nullable
    Delivery release;

    @Nullable
    Instant followUpUntil;

    @Nullable
    Instant closedAt;

    @Nullable
    String closeReason;

    IsolationChange(Isolation before) {
        this.before = before;
        this.measure = before.measure();
        this.negatives = before.negatives();
        this.symptomsAt = before.symptomsAt();
        this.positiveAt = before.positiveAt();
        this.stepDueAt = before.stepDueAt();
        this.order = before.order();
        this.settlement = before.settlement();
        this.beganAt = before.beganAt();
        this.untilAt = before.untilAt();
        this.decision = before.decision();
        this.release = before.release();
        this.followUpUntil = before.followUpUntil();
        this.closedAt = before.closedAt();
        this.closeReason = before.closeReason();
    }

    Isolation made() {
        return new Isolation(
                before.id(),
                before.notice(),
                before.clause(),
                measure,
                before.rule(),
                negatives,
                symptomsAt,
                positiveAt,
                before.openedAt(),
                stepDueAt,
                order,
                settlement,
                beganAt,
                untilAt,
                decision,
                release,
                followUpUntil,
                closedAt,
                closeReason);
    }
}
