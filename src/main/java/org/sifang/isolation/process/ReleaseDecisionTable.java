package org.sifang.isolation.process;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.sifang.isolation.ReleaseFacts;
import org.sifang.isolation.ReleaseTable;
import org.sifang.isolation.ReleaseWord;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code release}. */
@Component
class ReleaseDecisionTable implements ReleaseTable {

    private final DecisionService decisions;

    ReleaseDecisionTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public ReleaseWord decide(ReleaseFacts facts) {
        return ReleaseWord.valueOf(decisions
                .evaluateDecisionTableByKey(
                        "release",
                        Variables.createVariables()
                                .putValue("rule", facts.rule().name())
                                .putValue("daysOver", facts.daysOver())
                                .putValue("allNegative", facts.allNegative())
                                .putValue("anyPositive", facts.anyPositive())
                                .putValue("anyOpen", facts.anyOpen())
                                .putValue("anyInvalid", facts.anyInvalid()))
                .<String>getSingleEntry());
    }
}
