package org.sifang.notice.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.NoticeClosing;
import org.springframework.stereotype.Component;

/** Closes the next chunk of what is still owed under a notice that ended. */
@Component
class CloseDuties implements JavaDelegate {

    private final NoticeClosing closing;

    CloseDuties(NoticeClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        NoticeVariables.ALL_CLOSED.set(execution, closing.closeChunk(id));
    }
}
