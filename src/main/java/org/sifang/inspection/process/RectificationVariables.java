package org.sifang.inspection.process;

import java.time.Instant;
import org.sifang.engine.ProcessVariable;

/** Every variable of {@code rectification}. */
final class RectificationVariables {

    static final ProcessVariable<Instant> ORDER_DUE_AT = ProcessVariable.instant("orderDueAt");
    static final ProcessVariable<Instant> RECTIFICATION_DUE_AT = ProcessVariable.instant("rectificationDueAt");
    static final ProcessVariable<Instant> RECHECK_DUE_AT = ProcessVariable.instant("recheckDueAt");
    static final ProcessVariable<Boolean> MENDED = ProcessVariable.decision("mended");

    private RectificationVariables() {}
}
