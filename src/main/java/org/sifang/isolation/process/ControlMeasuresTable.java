package org.sifang.isolation.process;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.Circumstances;
import org.sifang.isolation.ControlMeasure;
import org.sifang.isolation.ControlMeasures;
import org.sifang.notice.IsolationKind;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code control-measures}. */
@Component
class ControlMeasuresTable implements ControlMeasures {

    private final DecisionService decisions;

    ControlMeasuresTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public ControlMeasure decide(Circumstances circumstances) {
        Map<String, Object> row = decisions
                .evaluateDecisionTableByKey(
                        "control-measures",
                        Variables.createVariables()
                                .putValue("ordered", circumstances.ordered().name())
                                .putValue("minimumDays", circumstances.minimumDays())
                                .putValue("tests", circumstances.tests())
                                .putValue("followUpDays", circumstances.followUpDays())
                                .putValue("age", circumstances.age())
                                .putValue("symptoms", circumstances.symptoms())
                                .putValue("homeSuitable", circumstances.homeSuitable()))
                .getSingleResult();
        return new ControlMeasure(
                IsolationKind.valueOf(String.valueOf(row.get("isolation"))),
                days(row.get("days")),
                Boolean.TRUE.equals(row.get("tested")),
                days(row.get("follows")));
    }

    private static int days(@Nullable Object output) {
        return Integer.parseInt(String.valueOf(output));
    }
}
