package org.sifang.isolation.process;

import java.time.Instant;
import org.sifang.engine.ProcessVariable;

/** Every variable of {@code check-round}. */
final class CheckVariables {

    static final ProcessVariable<Instant> OPENS_AT = ProcessVariable.instant("opensAt");
    static final ProcessVariable<Instant> CUT_OFF_AT = ProcessVariable.instant("cutOffAt");
    static final ProcessVariable<Instant> SWEEP_AT = ProcessVariable.instant("sweepAt");
    static final ProcessVariable<Boolean> ALL_OPENED = ProcessVariable.decision("allOpened");
    static final ProcessVariable<Boolean> ALL_ORDERED = ProcessVariable.decision("allOrdered");
    static final ProcessVariable<Boolean> ALL_MISSED_MARKED = ProcessVariable.decision("allMissedMarked");
    static final ProcessVariable<Boolean> ALL_OVERDUE_MARKED = ProcessVariable.decision("allOverdueMarked");
    static final ProcessVariable<Boolean> ALL_REVIEWED = ProcessVariable.decision("allReviewed");
    static final ProcessVariable<Boolean> ALL_ENDED = ProcessVariable.decision("allEnded");

    private CheckVariables() {}
}
