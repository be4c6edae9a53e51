package org.sifang.accountability.process;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.sifang.accountability.LiabilityFacts;
import org.sifang.accountability.LiabilityTable;
import org.sifang.accountability.MeasureKind;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code liability}. */
@Component
class LiabilityDecisionTable implements LiabilityTable {

    private final DecisionService decisions;

    LiabilityDecisionTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Proposal propose(LiabilityFacts facts) {
        Map<String, Object> proposed = decisions
                .evaluateDecisionTableByKey(
                        "liability",
                        Variables.createVariables()
                                .putValue("party", facts.party().name())
                                .putValue("severity", facts.severity().name())
                                .putValue("earlier", facts.earlier())
                                .putValue("harm", facts.harm().name()))
                .getSingleResult()
                .getEntryMap();
        return new Proposal(
                MeasureKind.valueOf(String.valueOf(proposed.get("measure"))), String.valueOf(proposed.get("basis")));
    }
}
