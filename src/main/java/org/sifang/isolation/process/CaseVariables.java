package org.sifang.isolation.process;

import org.sifang.engine.ProcessVariable;

/** Every variable of the models of cases. */
final class CaseVariables {

    /** Where an instance begins, or begins anew. */
    static final ProcessVariable<String> STAGE = ProcessVariable.word("stage");

    static final String NEW = "ORDER";
    static final String WAITING_FOR_RESULT = "DECISION";

    static final ProcessVariable<String> TURN = ProcessVariable.word("turn");
    static final ProcessVariable<Boolean> ISOLATES = ProcessVariable.decision("isolates");
    static final ProcessVariable<Boolean> FOLLOWS_UP = ProcessVariable.decision("followsUp");
    static final ProcessVariable<Boolean> ALL_OPENED = ProcessVariable.decision("allOpened");

    private CaseVariables() {}
}
