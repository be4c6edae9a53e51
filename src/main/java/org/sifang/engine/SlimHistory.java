package org.sifang.engine;

import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.NullUnmarked;

/**
 * History of instances, activities, tasks and incidents, and nothing else: no variables, no details, no identity links.
 * What people need to know later is in the journal (performance.md, point 2). Nothing happens in a plain start or in an
 * exclusive gateway, and what comes behind them says which way was gone; they leave no row (ADR 34).
 */
@NullUnmarked
class SlimHistory implements HistoryLevel {

    static final String NAME = "slim";
    private static final int ID = 17;

    private static final Set<String> UNEVENTFUL = Set.of(ActivityTypes.START_EVENT, ActivityTypes.GATEWAY_EXCLUSIVE);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type instanceof HistoryEventTypes known
                && switch (known) {
                    case PROCESS_INSTANCE_START,
                            PROCESS_INSTANCE_UPDATE,
                            PROCESS_INSTANCE_MIGRATE,
                            PROCESS_INSTANCE_END,
                            TASK_INSTANCE_CREATE,
                            TASK_INSTANCE_UPDATE,
                            TASK_INSTANCE_MIGRATE,
                            TASK_INSTANCE_COMPLETE,
                            TASK_INSTANCE_DELETE,
                            INCIDENT_CREATE,
                            INCIDENT_MIGRATE,
                            INCIDENT_DELETE,
                            INCIDENT_RESOLVE,
                            INCIDENT_UPDATE -> true;
                    case ACTIVITY_INSTANCE_START,
                            ACTIVITY_INSTANCE_UPDATE,
                            ACTIVITY_INSTANCE_MIGRATE,
                            ACTIVITY_INSTANCE_END -> eventful(entity);
                    default -> false;
                };
    }

    /** The engine asks without an entity whether it has to listen at all. */
    private static boolean eventful(Object entity) {
        if (!(entity instanceof ExecutionEntity execution)) {
            return true;
        }
        ActivityImpl activity = execution.getActivity();
        return activity == null || !UNEVENTFUL.contains(activity.getProperties().get(BpmnProperties.TYPE));
    }
}
