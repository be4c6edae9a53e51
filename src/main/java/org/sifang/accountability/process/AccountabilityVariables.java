package org.sifang.accountability.process;

import java.time.Instant;
import org.sifang.engine.ProcessVariable;

/** Every variable of {@code accountability}. */
final class AccountabilityVariables {

    static final ProcessVariable<Instant> STATEMENT_DUE_AT = ProcessVariable.instant("statementDueAt");
    static final ProcessVariable<Instant> EXECUTION_DUE_AT = ProcessVariable.instant("executionDueAt");
    static final ProcessVariable<Instant> APPEAL_UNTIL = ProcessVariable.instant("appealUntil");
    /** A name of a measure, or {@link #NO_MEASURE}. */
    static final ProcessVariable<String> MEASURE = ProcessVariable.word("measure");

    static final ProcessVariable<String> OUTCOME = ProcessVariable.word("outcome");
    static final ProcessVariable<Boolean> EXECUTED = ProcessVariable.decision("executed");

    static final String NO_MEASURE = "NONE";

    private AccountabilityVariables() {}
}
