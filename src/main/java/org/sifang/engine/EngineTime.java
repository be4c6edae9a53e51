package org.sifang.engine;

import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's own reading of the time; the same as the domain's clock, also in a drill. */
final class EngineTime {

    private EngineTime() {}

    static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
