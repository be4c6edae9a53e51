package org.sifang.isolation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a result means for the case, in the transaction that recorded it. A first positive is the models' business. */
@Component
class ResultsHeard {

    private final Isolations isolations;
    private final FoundCases found;
    private final Decisions decisions;
    private final CaseSteps steps;
    private final PersonCaseFlow flow;
    private final CaseMessages messages;

    ResultsHeard(
            Isolations isolations,
            FoundCases found,
            Decisions decisions,
            CaseSteps steps,
            PersonCaseFlow flow,
            CaseMessages messages) {
        this.isolations = isolations;
        this.found = found;
        this.decisions = decisions;
        this.steps = steps;
        this.flow = flow;
        this.messages = messages;
    }

    @EventListener
    void heard(TestDecided decided) {
        UUID id = decided.caseId();
        if (isolations.find(id).isEmpty()) {
            return;
        }
        TestResult before = decided.before();
        if (before != null) {
            corrected(id, before, decided.result(), decided.at());
        }
        if (decided.result() == TestResult.NEGATIVE || before == TestResult.POSITIVE) {
            decisions.review(List.of(id), decided.at());
        }
    }

    private void corrected(UUID id, TestResult before, TestResult now, Instant at) {
        PersonCase registered = found.find(id).orElseThrow();
        Isolation one = isolations.require(id);
        if (now == TestResult.POSITIVE) {
            turnPositive(registered, one);
        } else if (now == TestResult.INVALID && before == TestResult.NEGATIVE) {
            decisions.reopenUnfounded(registered, one, "@isolation.reopened.invalid", at);
        } else if (before == TestResult.POSITIVE && one.positiveAt() != null && one.open() && steps.noPositive(id)) {
            // The emergency has been called off by now. Instead of an invalid result the laboratory orders another.
            steps.stoodDown(registered, one, now == TestResult.NEGATIVE, at);
        }
        messages.corrected(registered, one, before, now);
    }

    private void turnPositive(PersonCase registered, Isolation one) {
        if (registered.state() == CaseState.POSITIVE || registered.state() == CaseState.TRANSFERRED) {
            return;
        }
        if (!one.open()) {
            isolations.update(one.reopened(one.negatives()));
            flow.resumed(one.id());
        }
        flow.turned(List.of(one.id()), CaseTurn.POSITIVE);
    }
}
