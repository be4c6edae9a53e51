package org.sifang.isolation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code control-measures}, as a table of scenarios. */
class ControlMeasuresTableTests {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table = engine.parseDecision(
            "control-measures", Dmn.readModelFromFile(new File("bpmn/decisions/control-measures.dmn")));

    @ParameterizedTest(name = "{0} for {1} days, tests {2}, age {3}, symptoms {4}, home {5}: {6}, tests {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                // ordered, days, tests, age, symptoms, home suitable → kind, tests
                "HOME,     14, true,  30, false, -,     HOME,     true",
                "HOME,     14, true,  30, false, true,  HOME,     true",
                "HOME,     14, true,  30, false, false, CENTRAL,  true",
                "HOME,      0, false,  -, false, -,     HOME,     false",
                "CENTRAL,  14, true,  30, false, true,  CENTRAL,  true",
                "CENTRAL,  14, true,  14, false, true,  HOME,     true",
                "CENTRAL,  14, true,  15, false, true,  CENTRAL,  true",
                "CENTRAL,  14, true,   8, false, false, CENTRAL,  true",
                "CENTRAL,  14, true,   8, false, -,     CENTRAL,  true",
                "CENTRAL,  14, true,  75, false, true,  HOME,     true",
                "CENTRAL,  14, true,  74, false, true,  CENTRAL,  true",
                "NONE,      0, false, 30, false, -,     NONE,     false",
                "HOSPITAL, 14, true,   8, false, true,  HOSPITAL, true",
                "HOME,     14, false, 30, true,  true,  HOSPITAL, true",
                "CENTRAL,  14, true,   8, true,  true,  HOSPITAL, true",
                "NONE,      0, false, 30, true,  -,     HOSPITAL, true",
            })
    void theMeasureOfOnePerson(
            String ordered,
            int days,
            boolean tests,
            @Nullable Integer age,
            boolean symptoms,
            @Nullable Boolean homeSuitable,
            String kind,
            boolean tested) {
        VariableMap facts = Variables.createVariables()
                .putValue("ordered", ordered)
                .putValue("minimumDays", days)
                .putValue("tests", tests)
                .putValue("followUpDays", 7)
                .putValue("age", age)
                .putValue("symptoms", symptoms)
                .putValue("homeSuitable", homeSuitable);

        Map<String, Object> measure =
                engine.evaluateDecisionTable(table, facts).getSingleResult().getEntryMap();

        assertThat(measure)
                .containsEntry("isolation", kind)
                .containsEntry("days", days)
                .containsEntry("tested", tested)
                .containsEntry("follows", 7);
    }
}
