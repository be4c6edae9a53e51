package org.sifang.screening;

/** Where a person's case stands. What follows FOUND is the business of isolation, tests and emergency. */
public enum CaseState {
    FOUND,
    ORDERED,
    ISOLATED,
    TESTED,
    RELEASED,
    FOLLOW_UP,
    CLOSED,
    POSITIVE,
    TRANSFERRED;

    /** Whether somebody still has to do something for her. */
    public boolean isOpen() {
        return this != CLOSED && this != TRANSFERRED;
    }
}
