package org.sifang.notice.process;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.DutyOpening;
import org.springframework.stereotype.Component;

/** Opens a recurring obligation's round of the day and sets when the next one opens. */
@Component
class OpenRound implements JavaDelegate {

    private final DutyOpening opening;

    OpenRound(DutyOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> next = opening.openNextRound(UUID.fromString(execution.getProcessBusinessKey()));
        NoticeVariables.IN_FORCE.set(execution, next.isPresent());
        next.ifPresent(at -> NoticeVariables.NEXT_OPENING_AT.set(execution, at));
    }
}
