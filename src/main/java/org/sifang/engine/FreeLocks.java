package org.sifang.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Frees jobs that a killed process had locked. With the own database there is no other node they could belong to, and
 * waiting five minutes for the locks to run out would make every rung late by as much.
 */
@Component
class FreeLocks extends AbstractProcessEnginePlugin {

    private final JdbcClient jdbc;
    private final boolean alone;

    FreeLocks(JdbcClient jdbc, @Value("${spring.datasource.url:}") String sharedDatabase) {
        this.jdbc = jdbc;
        this.alone = sharedDatabase.isBlank();
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (alone) {
            jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                    .update();
        }
    }
}
