package org.sifang.inspection.process;

import java.time.Instant;
import org.sifang.engine.ProcessVariable;

/** Every variable of {@code inspection}. */
final class InspectionVariables {

    static final ProcessVariable<Boolean> DRAW_STANDS = ProcessVariable.decision("drawStands");
    static final ProcessVariable<Boolean> CONFIRMED = ProcessVariable.decision("confirmed");
    static final ProcessVariable<Instant> VISITS_DUE_AT = ProcessVariable.instant("visitsDueAt");

    private InspectionVariables() {}
}
