package org.sifang.notice;

/** What happens on a rung of the escalation ladder, mildest first. */
public enum LadderAction {
    REMIND,
    MARK_OVERDUE,
    /** 催办, to the responsible person and the deputy. */
    URGE,
    /** 催办通知书, to the organisation's leader. */
    WRITTEN_URGE,
    /** 通报批评 is proposed. */
    CIRCULATE,
    /** A breach is published; accountability takes it up. */
    OPEN_ACCOUNTABILITY;

    /** Whether a ladder may have it on one rung only: a duty becomes overdue once, and answers for it once. */
    public boolean happensOnce() {
        return this == MARK_OVERDUE || this == OPEN_ACCOUNTABILITY;
    }

    /** Whether it may come before the deadline: nobody is blamed for what is not late yet. */
    public boolean mayPrecedeDeadline() {
        return this == REMIND || this == URGE;
    }
}
