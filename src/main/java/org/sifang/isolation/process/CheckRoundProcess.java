package org.sifang.isolation.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.sifang.isolation.CheckRound;
import org.sifang.isolation.CheckRoundFlow;
import org.springframework.stereotype.Component;

/** Speaks to the engine about {@code check-round}. */
@Component
class CheckRoundProcess implements CheckRoundFlow {

    private static final String CHECK_ROUND = "check-round";

    private final RuntimeService runtime;

    CheckRoundProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void planned(CheckRound round) {
        Map<String, Object> hours = new HashMap<>();
        hours.putAll(CheckVariables.OPENS_AT.with(round.opensAt()));
        hours.putAll(CheckVariables.CUT_OFF_AT.with(round.cutOffAt()));
        hours.putAll(CheckVariables.SWEEP_AT.with(round.sweepAt()));
        runtime.startProcessInstanceByKey(CHECK_ROUND, round.id().toString(), hours);
    }
}
