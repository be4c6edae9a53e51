package org.sifang.isolation;

import org.sifang.notice.IsolationKind;

/**
 * What is done with one person, as decided by the table {@code control-measures}.
 *
 * @param days of isolation, counted from its beginning; 0 when the tests alone decide
 * @param followUpDays days of follow-up after the release; 0 when there is none
 */
public record ControlMeasure(IsolationKind kind, int days, boolean tested, int followUpDays) {

    public ControlMeasure {
        if (days < 0 || followUpDays < 0) {
            throw new IllegalArgumentException("Days cannot be negative");
        }
    }

    /** Whether she has to be put up somewhere, at home or elsewhere. */
    public boolean isolates() {
        return kind != IsolationKind.NONE;
    }
}
