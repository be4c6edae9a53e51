package org.sifang.notice.process;

import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.sifang.engine.ProcessVariable;
import org.sifang.notice.RoundFlow;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code round} and {@code recurring-obligation}. */
@Component
class RoundProcess implements RoundFlow {

    private static final String ROUND = "round";
    private static final String RECURRING = "recurring-obligation";

    private final RuntimeService runtime;
    private final ManagementService management;

    RoundProcess(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void opening(UUID round) {
        runtime.startProcessInstanceByKey(ROUND, round.toString());
    }

    /** A round that is carrying out a rung just now does not hear it; it ends by itself at its next step. */
    @Override
    public void closed(UUID round) {
        runtime.createMessageCorrelation("RoundClosed")
                .processInstanceBusinessKey(round.toString())
                .correlateAll();
    }

    @Override
    public void rescheduled(UUID round, Instant nextRungAt) {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(ROUND)
                .processInstanceBusinessKey(round.toString())
                .singleResult();
        if (instance == null) {
            return;
        }
        management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list()
                .forEach(timer -> management.setJobDuedate(timer.getId(), ProcessVariable.dateOf(nextRungAt)));
    }

    @Override
    public void recurring(UUID series, Instant nextOpeningAt) {
        runtime.startProcessInstanceByKey(
                RECURRING, series.toString(), NoticeVariables.NEXT_OPENING_AT.with(nextOpeningAt));
    }

    @Override
    public void seriesEnded(UUID series) {
        runtime.createMessageCorrelation("SeriesEnded")
                .processInstanceBusinessKey(series.toString())
                .correlateAll();
    }
}
