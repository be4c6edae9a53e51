package org.sifang.notice;

import java.time.Duration;

/**
 * A test that a measure orders.
 *
 * @param afterDays days after the measure began; 0 is at once
 * @param dueWithin how long sampling may take from then on
 */
public record TestPlan(int afterDays, Payer paidBy, Duration dueWithin) {

    public TestPlan {
        if (afterDays < 0) {
            throw new IllegalArgumentException("A test cannot come before its measure");
        }
        if (dueWithin.isNegative() || dueWithin.isZero()) {
            throw new IllegalArgumentException("A test needs time");
        }
    }
}
