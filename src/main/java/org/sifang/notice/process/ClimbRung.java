package org.sifang.notice.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.RoundLadder;
import org.springframework.stereotype.Component;

/** Carries the present rung out for the next chunk of duties. */
@Component
class ClimbRung implements JavaDelegate {

    private final RoundLadder ladder;

    ClimbRung(RoundLadder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        NoticeVariables.ALL_CLIMBED.set(execution, ladder.climb(id));
    }
}
