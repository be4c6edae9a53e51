package org.sifang.inspection.process;

import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.sifang.inspection.DrawInput.Reason;
import org.sifang.inspection.InspectionWeights;
import org.sifang.inspection.TrackRecord;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code inspection-weights}; every rule that holds speaks. */
@Component
class WeightTable implements InspectionWeights {

    private final DecisionService decisions;

    WeightTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Reason> decide(TrackRecord record) {
        return decisions
                .evaluateDecisionTableByKey(
                        "inspection-weights",
                        Variables.createVariables()
                                .putValue("grade", record.grade())
                                .putValue("findings", record.findings())
                                .putValue("daysSinceVisit", record.daysSinceVisit())
                                .putValue("gap", record.gap()))
                .getResultList()
                .stream()
                .map(row -> new Reason(
                        String.valueOf(row.get("rule")), Integer.parseInt(String.valueOf(row.get("points")))))
                .toList();
    }
}
