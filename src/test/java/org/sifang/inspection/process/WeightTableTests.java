package org.sifang.inspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code inspection-weights}, as a table of scenarios. */
class WeightTableTests {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table = engine.parseDecision(
            "inspection-weights", Dmn.readModelFromFile(new File("bpmn/decisions/inspection-weights.dmn")));

    @ParameterizedTest(name = "grade {0}, findings {1}, {2} days, gap {3}: {4} = {5}")
    @CsvSource({
        // grade, findings of a year, days since the last visit, gap → weight, rules that speak
        "0, 0,   0, 0, 10, BASE",
        "1, 0,  90, 0, 10, BASE",
        "2, 0,   0, 0, 13, BASE GRADE_TWO",
        "3, 0,   0, 0, 16, BASE GRADE_THREE",
        "0, 1,   0, 0, 15, BASE FINDINGS_SOME",
        "0, 2,   0, 0, 15, BASE FINDINGS_SOME",
        "0, 3,   0, 0, 22, BASE FINDINGS_MANY",
        "0, 0,  -1, 0, 25, BASE NEVER_VISITED",
        "0, 0,  91, 0, 14, BASE VISIT_QUARTER",
        "0, 0, 180, 0, 14, BASE VISIT_QUARTER",
        "0, 0, 181, 0, 18, BASE VISIT_HALF_YEAR",
        "0, 0, 365, 0, 18, BASE VISIT_HALF_YEAR",
        "0, 0, 366, 0, 22, BASE VISIT_LONG_AGO",
        "0, 0,   0, 1, 18, BASE GAP_SOME",
        "0, 0,   0, 3, 26, BASE GAP_MANY",
        "3, 4,  -1, 5, 59, BASE GRADE_THREE FINDINGS_MANY NEVER_VISITED GAP_MANY",
    })
    void whatMakesTheWeight(int grade, int findings, int days, int gap, int weight, String rules) {
        DmnDecisionResult result = engine.evaluateDecision(
                table,
                Variables.createVariables()
                        .putValue("grade", grade)
                        .putValue("findings", findings)
                        .putValue("daysSinceVisit", days)
                        .putValue("gap", gap));

        assertThat(result.getResultList())
                .extracting(row -> row.get("rule"))
                .containsExactlyElementsOf(List.of((Object[]) rules.split(" ")));
        assertThat(result.getResultList().stream()
                        .mapToInt(row -> Integer.parseInt(String.valueOf(row.get("points"))))
                        .sum())
                .isEqualTo(weight);
    }
}
