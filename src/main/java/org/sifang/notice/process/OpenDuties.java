package org.sifang.notice.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.DutyOpening;
import org.springframework.stereotype.Component;

/** Opens the next chunk of a round's duties. */
@Component
class OpenDuties implements JavaDelegate {

    private final DutyOpening opening;

    OpenDuties(DutyOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        NoticeVariables.ALL_OPENED.set(execution, opening.openChunk(id));
    }
}
