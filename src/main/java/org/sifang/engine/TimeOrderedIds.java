package org.sifang.engine;

import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.sifang.kernel.Ids;

/** Ids of the engine's rows in time order, so that its indexes grow at one end. */
class TimeOrderedIds implements IdGenerator {

    @Override
    public String getNextId() {
        return Ids.next().toString();
    }
}
