package org.sifang.accountability;

import java.util.Map;

/** What a fact of a fact file is. */
public enum FactKind {
    /** What was ordered, on which clause. */
    ORDERED,
    RECEIVED,
    /** A rung of the ladder was climbed. */
    RUNG,
    SUBMITTED,
    RETURNED,
    /** The failure itself. */
    BREACH,
    /** A failure of the same party within the year before. */
    EARLIER,
    /** Anything else the record tells of the subject. */
    NOTED;

    private static final Map<String, FactKind> BY_ACTION = Map.of(
            "duty.sent", ORDERED,
            "duty.received", RECEIVED,
            "duty.submitted", SUBMITTED,
            "duty.returned", RETURNED,
            "finding.ordered", ORDERED,
            "finding.evidence", SUBMITTED,
            "finding.evidenceLate", SUBMITTED,
            "finding.sentBack", RETURNED,
            "finding.overdue", RUNG,
            "case.opened", ORDERED);

    private static final Map<String, FactKind> MORE = Map.of("case.ordered", RECEIVED, "case.breached", BREACH);

    static FactKind of(String action) {
        if (action.startsWith("duty.rung.")) {
            return RUNG;
        }
        return BY_ACTION.getOrDefault(action, MORE.getOrDefault(action, NOTED));
    }
}
