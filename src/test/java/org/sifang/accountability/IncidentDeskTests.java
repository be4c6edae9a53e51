package org.sifang.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.engine.ClockSteering;
import org.sifang.engine.FailingStep;
import org.sifang.engine.Incidents;
import org.sifang.journal.Journal;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.Scope;
import org.sifang.organization.Scope.Reach;
import org.sifang.worklist.TaskContext;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubjects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Whose business a failed step is: one about a county of Tongliao. */
@SifangTest
@NullMarked
class IncidentDeskTests {

    private static final String MODEL = "failing-in-a-county";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Incidents incidents;

    @Autowired
    private ClockSteering steering;

    @Autowired
    private Journal journal;

    @Autowired
    private Clock clock;

    private final UUID key = Ids.next();
    private String deployment = "";

    @BeforeEach
    void aStepThatFailed() {
        FailingStep.WRONG.set(new IllegalStateException("broken"));
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        MODEL + ".bpmn",
                        Bpmn.createExecutableProcess(MODEL)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("Task_Fail")
                                .camundaAsyncBefore()
                                .camundaClass(FailingStep.class)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        runtime.startProcessInstanceByKey(MODEL, key.toString());
        steering.advanceTo(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @AfterEach
    void takeItAway() {
        FailingStep.WRONG.set(null);
        repository.deleteDeployment(deployment, true);
    }

    /** The subject of the model is a case of 150502's health line. */
    private record OfACounty() implements WorkSubjects {

        @Override
        public Set<String> processes() {
            return Set.of(MODEL);
        }

        @Override
        public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
            WorkSubject.Party party =
                    new WorkSubject.Party("150502-HEALTH", "示例卫健委", new DivisionCode("150502"), "HEALTH", null);
            return subjects.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            id -> new WorkSubject(
                                    id, "示例事项", "示例", null, null, Map.of("PARTY", party), Instant.EPOCH, Map.of())));
        }

        @Override
        public TaskContext context(String process, UUID subject, Actor reader) {
            throw new UnsupportedOperationException("Nobody looks at a task here");
        }
    }

    private IncidentDesk desk(WorkSubjects... subjects) {
        return new IncidentDesk(incidents, List.of(subjects), journal, clock);
    }

    private static Actor actor(Role role, Reach reach) {
        return new Actor("somebody", "某人", "150500", Set.of(role), new Scope(List.of(reach)), List.of(), Set.of());
    }

    private static boolean sees(IncidentDesk desk, Actor reader) {
        return desk.list(reader).stream()
                .anyMatch(failed -> failed.incident().process().equals(MODEL));
    }

    @Test
    void isSeenByTheSupervisorsOfThePlaceAndTheLine() {
        IncidentDesk desk = desk(new OfACounty());

        assertThat(sees(desk, actor(Role.SUPERVISOR, new Reach("1505", null, null))))
                .isTrue();
        assertThat(sees(desk, actor(Role.SUPERVISOR, new Reach("150502", "HEALTH", null))))
                .isTrue();
        assertThat(sees(desk, actor(Role.SUPERVISOR, new Reach("1504", null, null))))
                .isFalse();
        assertThat(sees(desk, actor(Role.SUPERVISOR, new Reach("1505", "EDUCATION", null))))
                .isFalse();
        assertThat(sees(desk, actor(Role.LEADER, new Reach("1505", null, null))))
                .isFalse();
    }

    @Test
    void aboutNobodyInParticularItIsForWhoeverSupervisesAPlace() {
        assertThat(sees(desk(), actor(Role.SUPERVISOR, new Reach("1505", null, null))))
                .isTrue();
        assertThat(sees(desk(), actor(Role.SUPERVISOR, new Reach("1505", "HEALTH", null))))
                .isFalse();
        assertThat(sees(desk(), actor(Role.SUPERVISOR, new Reach(null, null, "150500-E1"))))
                .isFalse();
    }

    @Test
    void nobodyElseHasItTriedAgain() {
        IncidentDesk desk = desk(new OfACounty());
        String job = incidents.list(500).stream()
                .filter(incident -> incident.process().equals(MODEL))
                .findFirst()
                .orElseThrow()
                .job();

        assertThatThrownBy(() -> desk.retry(job, actor(Role.SUPERVISOR, new Reach("1504", null, null))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.retry(job, actor(Role.LEADER, new Reach("1505", null, null))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(incidents.find(job)).isPresent();

        FailingStep.WRONG.set(null);
        desk.retry(job, actor(Role.SUPERVISOR, new Reach("1505", null, null)));
        steering.settle();
        assertThat(incidents.find(job)).isEmpty();
        assertThat(journal.allAbout(key.toString()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("incident.retried"));
    }
}
