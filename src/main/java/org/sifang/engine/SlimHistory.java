package org.sifang.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.NullUnmarked;

/**
 * History of instances, activities, tasks and incidents, and nothing else: no variables, no details, no identity links.
 * What people need to know later is in the journal (performance.md, point 2).
 */
@NullUnmarked
class SlimHistory implements HistoryLevel {

    static final String NAME = "slim";
    private static final int ID = 17;

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
                            ACTIVITY_INSTANCE_START,
                            ACTIVITY_INSTANCE_UPDATE,
                            ACTIVITY_INSTANCE_MIGRATE,
                            ACTIVITY_INSTANCE_END,
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
                    default -> false;
                };
    }
}
