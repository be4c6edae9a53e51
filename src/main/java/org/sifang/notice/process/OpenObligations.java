package org.sifang.notice.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.DutyOpening;
import org.springframework.stereotype.Component;

/** Turns the obligations of an issued notice into rounds and series. */
@Component
class OpenObligations implements JavaDelegate {

    private final DutyOpening opening;

    OpenObligations(DutyOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        opening.openObligations(id);
    }
}
