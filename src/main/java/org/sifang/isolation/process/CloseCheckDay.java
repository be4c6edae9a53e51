package org.sifang.isolation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.isolation.CheckDays;
import org.springframework.stereotype.Component;

/** Closes the day and plans the next one as long as somebody's case is open. */
@Component
class CloseCheckDay implements JavaDelegate {

    private final CheckDays days;

    CloseCheckDay(CheckDays days) {
        this.days = days;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        days.close(id);
    }
}
