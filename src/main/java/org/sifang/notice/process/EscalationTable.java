package org.sifang.notice.process;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.sifang.notice.Escalation;
import org.sifang.notice.Escalation.Recipient;
import org.sifang.notice.EscalationPolicy;
import org.sifang.notice.LadderAction;
import org.sifang.notification.Message.Channel;
import org.sifang.organization.OrganizationKind;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code escalation}. */
@Component
class EscalationTable implements EscalationPolicy {

    private final DecisionService decisions;

    EscalationTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Escalation decide(LadderAction action, OrganizationKind addressee) {
        Map<String, Object> row = decisions
                .evaluateDecisionTableByKey(
                        "escalation",
                        Variables.createVariables()
                                .putValue("action", action.name())
                                .putValue("kind", addressee.name()))
                .getSingleResult();
        return new Escalation(
                words(row, "recipients", Recipient::valueOf),
                words(row, "channels", Channel::valueOf),
                String.valueOf(row.get("document")));
    }

    private static <T> Set<T> words(Map<String, Object> row, String output, Function<String, T> word) {
        return Arrays.stream(String.valueOf(row.get(output)).split(","))
                .map(String::strip)
                .map(word)
                .collect(Collectors.toSet());
    }
}
