package org.sifang.notice;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a duty stands. */
public enum DutyState {
    SENT,
    RECEIVED,
    IN_PROGRESS,
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    WAIVED,
    LIFTED;

    /** The addressee has the next step; only these are climbed by the ladder. */
    public static final Set<DutyState> OWED = EnumSet.of(SENT, RECEIVED, IN_PROGRESS, RETURNED);

    public static final Set<DutyState> FINAL = EnumSet.of(ACCEPTED, WAIVED, LIFTED);

    static String words(Set<DutyState> states) {
        return states.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
