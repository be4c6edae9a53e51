package org.sifang.accountability.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.accountability.Harm;
import org.sifang.accountability.MeasureKind;
import org.sifang.accountability.PartyGroup;
import org.sifang.notice.BreachSeverity;

/** The table {@code liability}, as a table of scenarios. */
class LiabilityTableTests {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table =
            engine.parseDecision("liability", Dmn.readModelFromFile(new File("bpmn/decisions/liability.dmn")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # party    | severity | earlier | harm   | measure
            COMMAND    | ORDINARY | 0       | NONE   | WRITTEN_URGE
            COMMAND    | ORDINARY | 1       | NONE   | CIRCULATED_CRITICISM
            COMMAND    | SERIOUS  | 0       | NONE   | CIRCULATED_CRITICISM
            COMMAND    | SERIOUS  | 1       | NONE   | CIRCULATED_CRITICISM
            COMMAND    | SERIOUS  | 2       | NONE   | INTERVIEW
            COMMAND    | ORDINARY | 0       | RISK   | INTERVIEW
            COMMAND    | GRAVE    | 0       | NONE   | INTERVIEW
            COMMAND    | GRAVE    | 1       | NONE   | REFERRAL
            COMMAND    | ORDINARY | 0       | SPREAD | REFERRAL
            DEPARTMENT | ORDINARY | 0       | NONE   | WRITTEN_URGE
            DEPARTMENT | SERIOUS  | 0       | NONE   | CIRCULATED_CRITICISM
            DEPARTMENT | SERIOUS  | 5       | NONE   | INTERVIEW
            DEPARTMENT | SERIOUS  | 0       | SPREAD | REFERRAL
            UNIT       | ORDINARY | 0       | NONE   | WRITTEN_URGE
            UNIT       | SERIOUS  | 0       | NONE   | RECTIFICATION
            UNIT       | SERIOUS  | 1       | NONE   | INTERVIEW
            UNIT       | ORDINARY | 0       | RISK   | INTERVIEW
            UNIT       | ORDINARY | 2       | NONE   | SUSPENSION
            UNIT       | GRAVE    | 0       | NONE   | SUSPENSION
            UNIT       | SERIOUS  | 0       | SPREAD | SUSPENSION
            UNIT       | GRAVE    | 0       | SPREAD | REFERRAL
            INDIVIDUAL | ORDINARY | 0       | NONE   | WRITTEN_URGE
            INDIVIDUAL | SERIOUS  | 0       | NONE   | WRITTEN_URGE
            INDIVIDUAL | SERIOUS  | 1       | NONE   | INTERVIEW
            INDIVIDUAL | SERIOUS  | 0       | RISK   | INTERVIEW
            INDIVIDUAL | GRAVE    | 0       | NONE   | REFERRAL
            INDIVIDUAL | ORDINARY | 0       | SPREAD | REFERRAL
            """)
    void whatIsProposedFollowsPartySeverityRepetitionAndHarm(
            String party, String severity, int earlier, String harm, String measure) {
        assertThat(decide(party, severity, earlier, harm).get("measure")).isEqualTo(measure);
    }

    @Test
    void everyProposalFitsThePartyAndSaysWhatItRestsOn() {
        for (PartyGroup party : PartyGroup.values()) {
            for (BreachSeverity severity : BreachSeverity.values()) {
                for (Harm harm : Harm.values()) {
                    for (int earlier = 0; earlier < 4; earlier++) {
                        Map<String, Object> row = decide(party.name(), severity.name(), earlier, harm.name());
                        MeasureKind measure = MeasureKind.valueOf(String.valueOf(row.get("measure")));
                        assertThat(measure.fits(party))
                                .as("%s against %s", measure, party)
                                .isTrue();
                        assertThat(String.valueOf(row.get("basis"))).hasSizeGreaterThan(10);
                    }
                }
            }
        }
    }

    private Map<String, Object> decide(String party, String severity, int earlier, String harm) {
        DmnDecisionTableResult result = engine.evaluateDecisionTable(
                table, Map.of("party", party, "severity", severity, "earlier", earlier, "harm", harm));
        assertThat(result.getResultList()).hasSize(1);
        return result.getSingleResult().getEntryMap();
    }
}
