package org.sifang.notice.process;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.RoundLadder;
import org.springframework.stereotype.Component;

/** Sets when the round's next rung comes, from the notice's data. */
@Component
class PlanNextRung implements JavaDelegate {

    private final RoundLadder ladder;

    PlanNextRung(RoundLadder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> next = ladder.nextRungAt(UUID.fromString(execution.getProcessBusinessKey()));
        NoticeVariables.FURTHER_RUNG.set(execution, next.isPresent());
        next.ifPresent(at -> NoticeVariables.NEXT_RUNG_AT.set(execution, at));
    }
}
