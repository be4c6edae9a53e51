package org.sifang.notice.process;

import java.time.Instant;
import org.sifang.engine.ProcessVariable;

/** Every variable of the notice's models. */
final class NoticeVariables {

    static final ProcessVariable<Boolean> HEALTH_APPROVED = ProcessVariable.decision("healthApproved");
    static final ProcessVariable<Boolean> LEGAL_APPROVED = ProcessVariable.decision("legalApproved");
    static final ProcessVariable<Boolean> SIGNED = ProcessVariable.decision("signed");
    static final ProcessVariable<Boolean> ACCEPTED = ProcessVariable.decision("accepted");
    static final ProcessVariable<Boolean> ALL_OPENED = ProcessVariable.decision("allOpened");
    static final ProcessVariable<Boolean> FURTHER_RUNG = ProcessVariable.decision("furtherRung");
    static final ProcessVariable<Boolean> ALL_CLIMBED = ProcessVariable.decision("allClimbed");
    static final ProcessVariable<Boolean> ALL_CLOSED = ProcessVariable.decision("allClosed");
    static final ProcessVariable<Boolean> IN_FORCE = ProcessVariable.decision("inForce");
    static final ProcessVariable<String> KIND = ProcessVariable.word("kind");
    static final ProcessVariable<Instant> NEXT_RUNG_AT = ProcessVariable.instant("nextRungAt");
    static final ProcessVariable<Instant> NEXT_OPENING_AT = ProcessVariable.instant("nextOpeningAt");

    private NoticeVariables() {}
}
