package org.sifang.notice.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.sifang.engine.OpenTasks;
import org.sifang.notice.NoticeFlow;
import org.sifang.notice.ReviewKind;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code notice-issuance}. */
@Component
class NoticeIssuanceProcess implements NoticeFlow {

    static final String ID = "notice-issuance";

    private final RuntimeService runtime;
    private final OpenTasks tasks;

    NoticeIssuanceProcess(RuntimeService runtime, OpenTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void drafting(UUID notice) {
        runtime.startProcessInstanceByKey(ID, notice.toString());
    }

    @Override
    public void drafted(UUID notice) {
        tasks.complete(ID, notice, "Task_Draft", Map.of());
    }

    @Override
    public void reviewed(UUID notice, ReviewKind kind, boolean approved) {
        switch (kind) {
            case HEALTH ->
                tasks.complete(ID, notice, "Task_ReviewHealth", NoticeVariables.HEALTH_APPROVED.with(approved));
            case LEGAL -> tasks.complete(ID, notice, "Task_ReviewLegal", NoticeVariables.LEGAL_APPROVED.with(approved));
        }
    }

    @Override
    public void signed(UUID notice, boolean signed) {
        tasks.complete(ID, notice, "Task_Sign", NoticeVariables.SIGNED.with(signed));
    }

    @Override
    public void issuedAtOnce(UUID notice) {
        tell("NoticeIssuedAtOnce", notice);
    }

    @Override
    public void withdrawn(UUID notice) {
        tell("NoticeWithdrawn", notice);
    }

    @Override
    public void lifted(UUID notice) {
        tell("NoticeLifted", notice);
    }

    @Override
    public void superseded(UUID notice) {
        tell("NoticeSuperseded", notice);
    }

    private void tell(String message, UUID notice) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(notice.toString())
                .correlate();
    }
}
