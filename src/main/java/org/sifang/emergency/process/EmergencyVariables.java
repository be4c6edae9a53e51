package org.sifang.emergency.process;

import java.time.Instant;
import org.sifang.emergency.Branch;
import org.sifang.engine.ProcessVariable;

/** Every variable of {@code emergency-response}, and the one its caller is given. */
final class EmergencyVariables {

    static final ProcessVariable<String> EMERGENCY_ID = ProcessVariable.word("emergencyId");
    static final ProcessVariable<Boolean> STOOD_DOWN = ProcessVariable.decision("stoodDown");
    static final ProcessVariable<Boolean> SITES_CLOSED = ProcessVariable.decision("sitesClosed");

    private static final ProcessVariable<Instant> REPORT_DUE_AT = ProcessVariable.instant("reportDueAt");
    private static final ProcessVariable<Instant> TRANSFER_DUE_AT = ProcessVariable.instant("transferDueAt");
    private static final ProcessVariable<Instant> CONTACTS_DUE_AT = ProcessVariable.instant("contactsDueAt");
    private static final ProcessVariable<Instant> UNIT_DUE_AT = ProcessVariable.instant("unitDueAt");
    private static final ProcessVariable<Instant> SITES_DUE_AT = ProcessVariable.instant("sitesDueAt");
    private static final ProcessVariable<Instant> REOPENING_DUE_AT = ProcessVariable.instant("reopeningDueAt");

    private EmergencyVariables() {}

    static ProcessVariable<Instant> dueAt(Branch branch) {
        return switch (branch) {
            case REPORT -> REPORT_DUE_AT;
            case TRANSFER -> TRANSFER_DUE_AT;
            case CONTACTS -> CONTACTS_DUE_AT;
            case UNIT -> UNIT_DUE_AT;
            case SITES -> SITES_DUE_AT;
            case REOPENING -> REOPENING_DUE_AT;
        };
    }
}
