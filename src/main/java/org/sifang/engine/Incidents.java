package org.sifang.engine;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Jobs that failed for good, and the second chance a person gives them. */
@Component
public class Incidents {

    private static final String FAILED_JOB = "failedJob";

    /** As often as a new job: at once and after each of the three pauses. */
    private static final int TRIES = 4;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final Clock clock;

    Incidents(RuntimeService runtime, ManagementService management, RepositoryService repository, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<Incident> list(int most) {
        return query().orderByIncidentTimestamp().asc().listPage(0, most).stream()
                .flatMap(incident -> describe(incident).stream())
                .toList();
    }

    public long count() {
        return query().count();
    }

    /** Empty when there is no such job, or it has not failed for good. */
    public Optional<Incident> find(String job) {
        return query().configuration(job).list().stream().findFirst().flatMap(this::describe);
    }

    /**
     * Tries it again at once, and with the same pauses after it as a new job.
     *
     * @return false when there is nothing to retry any more
     */
    @Transactional
    public boolean retry(String job) {
        if (query().configuration(job).count() == 0) {
            return false;
        }
        management.setJobDuedate(job, Date.from(clock.instant()));
        management.setJobRetries(job, TRIES);
        return true;
    }

    private IncidentQuery query() {
        return runtime.createIncidentQuery().incidentType(FAILED_JOB);
    }

    private Optional<Incident> describe(org.camunda.bpm.engine.runtime.Incident incident) {
        String id = incident.getConfiguration();
        Job job = management.createJobQuery().jobId(id).singleResult();
        if (job == null) {
            return Optional.empty();
        }
        ProcessDefinition definition = repository.getProcessDefinition(incident.getProcessDefinitionId());
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult();
        return Optional.of(new Incident(
                id,
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                instance == null ? null : key(instance.getBusinessKey()),
                step(definition.getId(), incident.getActivityId()),
                IncidentCause.of(management.getJobExceptionStacktrace(id)),
                incident.getIncidentTimestamp().toInstant()));
    }

    private static @Nullable UUID key(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private String step(String definition, @Nullable String activity) {
        if (activity == null) {
            return "";
        }
        ModelElementInstance element =
                repository.getBpmnModelInstance(definition).getModelElementById(activity);
        return element instanceof FlowElement known && known.getName() != null ? known.getName() : activity;
    }
}
