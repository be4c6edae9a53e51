package org.sifang.notice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.notice.Escalation.Recipient;
import org.sifang.notice.LadderAction;
import org.sifang.notification.Message.Channel;
import org.sifang.organization.OrganizationKind;

/** The table {@code escalation}, as a table of scenarios. */
class EscalationTableTests {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table =
            engine.parseDecision("escalation", Dmn.readModelFromFile(new File("bpmn/decisions/escalation.dmn")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # action            | addressee  | to whom                              | document
            REMIND              | COMMAND    | RESPONSIBLE,DEPUTY                   | NONE
            REMIND              | COMMUNITY  | RESPONSIBLE,DEPUTY                   | NONE
            MARK_OVERDUE        | COMMAND    | RESPONSIBLE,DEPUTY,ISSUER_OFFICER    | NONE
            MARK_OVERDUE        | UNIT       | RESPONSIBLE,DEPUTY,ISSUER_OFFICER    | NONE
            URGE                | DEPARTMENT | RESPONSIBLE,DEPUTY                   | NONE
            URGE                | COMMUNITY  | RESPONSIBLE,DEPUTY                   | NONE
            WRITTEN_URGE        | COMMAND    | LEADER,RESPONSIBLE                   | URGE_NOTICE
            WRITTEN_URGE        | MEDICAL    | LEADER,RESPONSIBLE                   | URGE_NOTICE
            WRITTEN_URGE        | COMMUNITY  | RESPONSIBLE,DEPUTY,LEADER            | URGE_NOTICE
            CIRCULATE           | COMMAND    | LEADER,ISSUER_LEADER                 | CIRCULAR
            CIRCULATE           | COMMUNITY  | RESPONSIBLE,DEPUTY,LEADER            | CIRCULAR
            OPEN_ACCOUNTABILITY | COMMAND    | LEADER,ISSUER_LEADER                 | FACT_FILE
            OPEN_ACCOUNTABILITY | COMMUNITY  | RESPONSIBLE,DEPUTY,LEADER            | FACT_FILE
            """)
    void aRungSpeaksToWhomTheTableSays(String action, String addressee, String recipients, String document) {
        Map<String, Object> row = decide(action, addressee);

        assertThat(words(row, "recipients")).containsExactlyInAnyOrderElementsOf(List.of(recipients.split(",")));
        assertThat(words(row, "channels")).containsExactlyInAnyOrder("INBOX", "MAIL", "WEBHOOK");
        assertThat(row.get("document")).isEqualTo(document);
    }

    @Test
    void everyActionTowardsEveryKindIsDecidedInWordsTheHouseKnows() {
        for (LadderAction action : LadderAction.values()) {
            for (OrganizationKind kind : OrganizationKind.values()) {
                Map<String, Object> row = decide(action.name(), kind.name());
                assertThat(words(row, "recipients"))
                        .as("%s towards %s", action, kind)
                        .isNotEmpty()
                        .isSubsetOf(names(Recipient.values()));
                assertThat(words(row, "channels")).isNotEmpty().isSubsetOf(names(Channel.values()));
            }
        }
    }

    private Map<String, Object> decide(String action, String kind) {
        DmnDecisionTableResult result = engine.evaluateDecisionTable(table, Map.of("action", action, "kind", kind));
        assertThat(result.getResultList()).as("%s towards %s", action, kind).hasSize(1);
        return result.getSingleResult().getEntryMap();
    }

    private static List<String> words(Map<String, Object> row, String output) {
        return Arrays.stream(String.valueOf(row.get(output)).split(","))
                .map(String::strip)
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
