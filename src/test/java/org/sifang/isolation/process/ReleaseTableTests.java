package org.sifang.isolation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.isolation.ReleaseWord;

/** The table {@code release}, as a table of scenarios. */
class ReleaseTableTests {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table =
            engine.parseDecision("release", Dmn.readModelFromFile(new File("bpmn/decisions/release.dmn")));

    @ParameterizedTest(name = "{0}, days over {1}, negative {2}, positive {3}, open {4}, invalid {5}: {6}")
    @CsvSource({
        // rule, days over, all negative, any positive, any open, any invalid → word
        "ALL_NEGATIVE,      false, true,  false, false, false, RELEASE_NEGATIVE",
        "ALL_NEGATIVE,      true,  true,  false, true,  false, RELEASE_NEGATIVE",
        "ALL_NEGATIVE,      true,  false, false, true,  false, WAIT_TESTS",
        "ALL_NEGATIVE,      true,  false, false, false, true,  WAIT_VALID_TEST",
        "ALL_NEGATIVE,      true,  true,  true,  false, false, HOLD_POSITIVE",
        "DAYS_AND_NEGATIVE, true,  true,  false, false, false, RELEASE_DAYS_AND_NEGATIVE",
        "DAYS_AND_NEGATIVE, false, true,  false, false, false, WAIT_DAYS",
        "DAYS_AND_NEGATIVE, true,  false, false, true,  false, WAIT_TESTS",
        "DAYS_AND_NEGATIVE, false, false, false, true,  false, WAIT_TESTS",
        "DAYS_AND_NEGATIVE, true,  false, false, false, true,  WAIT_VALID_TEST",
        "DAYS_AND_NEGATIVE, true,  true,  true,  false, false, HOLD_POSITIVE",
        "DAYS,              true,  true,  false, false, false, RELEASE_DAYS",
        "DAYS,              true,  false, false, true,  true,  RELEASE_DAYS",
        "DAYS,              false, true,  false, false, false, WAIT_DAYS",
        "DAYS,              true,  true,  true,  false, false, HOLD_POSITIVE",
    })
    void whetherSheIsReleased(
            String rule,
            boolean daysOver,
            boolean allNegative,
            boolean anyPositive,
            boolean anyOpen,
            boolean anyInvalid,
            ReleaseWord word) {
        String said = engine.evaluateDecisionTable(
                        table,
                        Variables.createVariables()
                                .putValue("rule", rule)
                                .putValue("daysOver", daysOver)
                                .putValue("allNegative", allNegative)
                                .putValue("anyPositive", anyPositive)
                                .putValue("anyOpen", anyOpen)
                                .putValue("anyInvalid", anyInvalid))
                .getSingleEntry();

        assertThat(said).isEqualTo(word.name());
    }
}
