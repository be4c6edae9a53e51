package org.sifang.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine used well; the figures behind each line are in performance.md. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineConfiguration extends AbstractProcessEnginePlugin {

    private static final String KEEP_HISTORY = "P1095D";

    private final UserTaskWatch userTasks;
    private final NeedlessIndexes needless;
    private final JdbcClient jdbc;

    EngineConfiguration(UserTaskWatch userTasks, NeedlessIndexes needless, JdbcClient jdbc) {
        this.userTasks = userTasks;
        this.needless = needless;
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdGenerator(new TimeOrderedIds());
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new SlimHistory())));
        engine.setHistory(SlimHistory.NAME);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setHistoryTimeToLive(KEEP_HISTORY);
        engine.setJdbcBatchProcessing(true);
        engine.setEnsureJobDueDateNotNull(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M");
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setAuthorizationEnabled(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        // Nothing prints them, and each step of each instance would put them into the logging context and take them
        // out.
        engine.setLoggingContextActivityId(null);
        engine.setLoggingContextActivityName(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextBusinessKey(null);
        engine.setLoggingContextEngineName(null);
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextProcessDefinitionKey(null);
        engine.setLoggingContextProcessInstanceId(null);
        engine.setLoggingContextTenantId(null);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(userTasks);
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        jdbc.sql("create index if not exists sifang_job_duedate on act_ru_job (duedate_)")
                .update();
        needless.drop();
    }
}
