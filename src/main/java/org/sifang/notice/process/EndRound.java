package org.sifang.notice.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.RoundLadder;
import org.springframework.stereotype.Component;

/** The round's ladder is over. */
@Component
class EndRound implements JavaDelegate {

    private final RoundLadder ladder;

    EndRound(RoundLadder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        ladder.end(id);
    }
}
