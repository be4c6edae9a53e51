package org.sifang.isolation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.Measure;
import org.sifang.notice.ReleaseRule;

/**
 * How a case is carried on; where it stands is in the register.
 *
 * @param id of the case
 * @param clause of the notice that orders the measure
 * @param negatives so many negative tests are needed for a release by tests
 * @param positiveAt since when she counts as positive; null when she does not
 * @param stepDueAt by when the task it waits at is to be done; null while it waits for a test or for a day
 * @param beganAt when the measure began: settled, or the order served where nothing has to be settled; tests and days
 *     are counted from it
 * @param untilAt when its days are over; null when it asks for none
 * @param closeReason message key or words; null when the case went its whole way
 */
public record Isolation(
        UUID id,
        UUID notice,
        String clause,
        ControlMeasure measure,
        ReleaseRule rule,
        int negatives,
        @Nullable Instant symptomsAt,
        @Nullable Instant positiveAt,
        Instant openedAt,
        @Nullable Instant stepDueAt,
        @Nullable Delivery order,
        @Nullable Settlement settlement,
        @Nullable Instant beganAt,
        @Nullable Instant untilAt,
        @Nullable Decision decision,
        @Nullable Delivery release,
        @Nullable Instant followUpUntil,
        @Nullable Instant closedAt,
        @Nullable String closeReason) {

    /**
     * Where she is isolated.
     *
     * @param site name of the place of central isolation; null at home
     */
    public record Settlement(
            Instant at,
            String by,
            @Nullable String site,
            @Nullable String bed) {}

    /** How long a step may take from the moment it can be taken. */
    static final Duration TO_ORDER = Duration.ofHours(4);

    static final Duration TO_SETTLE = Duration.ofHours(4);
    static final Duration TO_RELEASE = Duration.ofHours(12);

    public boolean open() {
        return closedAt == null;
    }

    /** Whether a release stands that has not been taken back. */
    public boolean released() {
        return decision != null;
    }

    boolean daysOver(Instant now) {
        return beganAt != null && (untilAt == null || !now.isBefore(untilAt));
    }

    /** How many tests of the plan have their day still before them. */
    int ahead(Measure ordered, Instant now) {
        Instant began = beganAt;
        return !measure.tested() || began == null
                ? 0
                : (int) ordered.tests().stream()
                        .filter(test ->
                                began.plus(Duration.ofDays(test.afterDays())).isAfter(now))
                        .count();
    }

    /** Her paper was served; where nothing has to be settled, the measure begins with it. */
    Isolation ordered(Delivery served, Instant now) {
        needs(order == null, "ORDERED", "FOUND");
        IsolationChange change = new IsolationChange(this);
        change.order = served;
        change.stepDueAt = measure.isolates() ? now.plus(TO_SETTLE) : null;
        return measure.isolates() ? change.made() : begun(change, served.at());
    }

    /** She is put up, under the measure that her circumstances ask for. */
    Isolation settled(Settlement where, ControlMeasure decided) {
        needs(order != null, "FOUND", "ORDERED");
        needs(settlement == null, "ISOLATED", "ORDERED");
        IsolationChange change = new IsolationChange(this);
        change.settlement = where;
        change.measure = decided;
        change.stepDueAt = null;
        return begun(change, where.at());
    }

    private static Isolation begun(IsolationChange change, Instant at) {
        change.beganAt = at;
        change.untilAt = until(at, change.measure);
        return change.made();
    }

    /** She feels ill; the measure that follows counts from the same beginning. */
    Isolation symptomatic(ControlMeasure decided, Instant now) {
        needs(open(), "CLOSED", "ISOLATED");
        IsolationChange change = new IsolationChange(this);
        change.symptomsAt = symptomsAt == null ? now : symptomsAt;
        change.measure = decided;
        change.untilAt = beganAt == null ? null : until(beganAt, decided);
        return change.made();
    }

    Isolation decided(Decision why) {
        needs(decision == null, "RELEASED", "ISOLATED, TESTED");
        needs(beganAt != null && positiveAt == null, positiveAt == null ? "FOUND" : "POSITIVE", "ISOLATED, TESTED");
        IsolationChange change = new IsolationChange(this);
        change.decision = why;
        change.stepDueAt = why.at().plus(TO_RELEASE);
        return change.made();
    }

    Isolation releaseServed(Delivery served) {
        needs(decision != null && release == null, decision == null ? "TESTED" : "FOLLOW_UP", "RELEASED");
        IsolationChange change = new IsolationChange(this);
        change.release = served;
        change.stepDueAt = null;
        change.followUpUntil =
                measure.followUpDays() == 0 ? null : served.at().plus(Duration.ofDays(measure.followUpDays()));
        return change.made();
    }

    /** What was decided no longer holds; so many negative tests are needed now. */
    Isolation reopened(int needed) {
        IsolationChange change = new IsolationChange(this);
        change.negatives = needed;
        change.decision = null;
        change.release = null;
        change.followUpUntil = null;
        change.positiveAt = null;
        change.stepDueAt = null;
        change.closedAt = null;
        change.closeReason = null;
        return change.made();
    }

    Isolation positive(Instant now) {
        IsolationChange change = new IsolationChange(reopened(negatives));
        change.positiveAt = now;
        return change.made();
    }

    /** @param reason message key or words; null when the case went its whole way */
    Isolation closed(@Nullable String reason, Instant now) {
        needs(open(), "CLOSED", "FOLLOW_UP");
        IsolationChange change = new IsolationChange(this);
        change.closedAt = now;
        change.closeReason = reason;
        change.stepDueAt = null;
        return change.made();
    }

    private static void needs(boolean holds, String actual, String wanted) {
        if (!holds) {
            throw new StateConflictException("case", actual, wanted);
        }
    }

    private static @Nullable Instant until(Instant began, ControlMeasure measure) {
        return measure.days() == 0 ? null : began.plus(Duration.ofDays(measure.days()));
    }
}
