package org.sifang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.journal.Journal;
import org.sifang.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mail.MailSendException;
import org.springframework.test.web.servlet.MockMvc;

/** A step whose cause comes and goes: pauses, the incident in plain words, the second chance. */
@SifangTest
@NullMarked
class IncidentsTests {

    private static final String MODEL = "failing-for-a-test";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Incidents incidents;

    @Autowired
    private ClockSteering steering;

    @Autowired
    private Clock clock;

    @Autowired
    private Journal journal;

    @Autowired
    private MockMvc http;

    private String deployment = "";
    private final UUID key = Ids.next();

    @BeforeEach
    void aModelOfOneStep() {
        FailingStep.WRONG.set(null);
        FailingStep.RUNS.set(0);
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        MODEL + ".bpmn",
                        Bpmn.createExecutableProcess(MODEL)
                                .name("试验流程")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("Task_Fail")
                                .name("试验步骤")
                                .camundaAsyncBefore()
                                .camundaClass(FailingStep.class)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void takeItAway() {
        FailingStep.WRONG.set(null);
        repository.deleteDeployment(deployment, true);
    }

    private void start(RuntimeException wrong) {
        FailingStep.WRONG.set(wrong);
        runtime.startProcessInstanceByKey(MODEL, key.toString());
        steering.settle();
    }

    private Job job() {
        return management.createJobQuery().processDefinitionKey(MODEL).singleResult();
    }

    private List<Incident> ours() {
        return incidents.list(500).stream()
                .filter(incident -> incident.process().equals(MODEL))
                .toList();
    }

    private void untilItFailedForGood() {
        for (String pause : List.of("PT10S", "PT1M", "PT5M")) {
            assertThat(ours()).as("no incident before the last try").isEmpty();
            Instant due = job().getDuedate().toInstant();
            assertThat(Duration.between(clock.instant(), due)).isEqualTo(Duration.parse(pause));
            int runs = FailingStep.RUNS.get();
            steering.advanceTo(due.minusSeconds(1));
            assertThat(FailingStep.RUNS).as("nothing runs in a pause").hasValue(runs);
            steering.advanceTo(due);
            assertThat(FailingStep.RUNS).hasValue(runs + 1);
        }
    }

    @Test
    void aStepThatRecoversWithinItsPausesIsNoIncident() {
        start(new MailSendException("away"));
        assertThat(FailingStep.RUNS).hasValue(1);
        steering.advanceTo(job().getDuedate().toInstant());
        assertThat(FailingStep.RUNS).hasValue(2);

        FailingStep.WRONG.set(null);
        steering.advanceTo(job().getDuedate().toInstant());

        assertThat(FailingStep.RUNS).hasValue(3);
        assertThat(ours()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(MODEL)
                        .count())
                .isZero();
    }

    @Test
    void afterThreePausesItIsAnIncidentWithItsCauseAndGoesOnWhenRetried() {
        start(new MailSendException("away", new ConnectException("Connection refused")));
        untilItFailedForGood();

        Incident incident = ours().get(0);
        assertThat(incident.cause()).isEqualTo(IncidentCause.MAIL);
        assertThat(incident.step()).isEqualTo("试验步骤");
        assertThat(incident.processName()).isEqualTo("试验流程");
        assertThat(incident.businessKey()).isEqualTo(key);
        assertThat(incident.since()).isEqualTo(clock.instant());
        assertThat(incidents.find(incident.job())).contains(incident);

        FailingStep.WRONG.set(null);
        assertThat(incidents.retry(incident.job())).isTrue();
        steering.settle();

        assertThat(ours()).isEmpty();
        assertThat(FailingStep.RUNS).hasValue(5);
        assertThat(incidents.retry(incident.job())).isFalse();
    }

    @Test
    void aRetryThatFailsAgainHasItsPausesAgain() {
        start(new IllegalStateException("broken"));
        untilItFailedForGood();
        assertThat(ours().get(0).cause()).isEqualTo(IncidentCause.UNKNOWN);

        incidents.retry(ours().get(0).job());
        steering.settle();

        untilItFailedForGood();
        assertThat(ours()).hasSize(1);
    }

    @Test
    void theCauseIsNamedByItsKind() {
        assertThat(IncidentCause.of(trace(new MailSendException("x")))).isEqualTo(IncidentCause.MAIL);
        assertThat(IncidentCause.of(trace(new RuntimeException(new IOException("No space left on device")))))
                .isEqualTo(IncidentCause.DISK_FULL);
        assertThat(IncidentCause.of(trace(new DataAccessResourceFailureException("x", new SQLException("y")))))
                .isEqualTo(IncidentCause.DATABASE);
        assertThat(IncidentCause.of(trace(
                        new DataAccessResourceFailureException("could not extend file: No space left on device"))))
                .isEqualTo(IncidentCause.DISK_FULL);
        assertThat(IncidentCause.of(trace(new RuntimeException(new ConnectException("Connection refused")))))
                .isEqualTo(IncidentCause.NETWORK);
        assertThat(IncidentCause.of("java.lang.IllegalStateException: broken\n\tat org.postgresql.Driver.connect"))
                .isEqualTo(IncidentCause.UNKNOWN);
        assertThat(IncidentCause.of(null)).isEqualTo(IncidentCause.UNKNOWN);
    }

    private static String trace(Throwable wrong) {
        StringWriter text = new StringWriter();
        wrong.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aSupervisorSeesItInPlainWordsAndRetriesItAndTheJournalTells() throws Exception {
        start(new RuntimeException(new IOException("No space left on device")));
        untilItFailedForGood();
        String job = ours().get(0).job();
        String retry = "/accountability/incidents/" + job + "/retry";

        http.perform(get("/accountability/incidents").with(user("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("磁盘空间已满")))
                .andExpect(content().string(containsString("试验步骤")))
                .andExpect(content().string(containsString(retry)))
                .andExpect(content().string(not(containsString("IOException"))));
        http.perform(get("/accountability").with(user("supervisor")))
                .andExpect(content().string(containsString(retry)));
        http.perform(get("/accountability").with(user("city.officer")))
                .andExpect(content().string(not(containsString("磁盘空间已满"))));
        for (String other : List.of("city.officer", "150502.leader", "discipline", "lab")) {
            http.perform(get("/accountability/incidents").with(user(other))).andExpect(status().isForbidden());
            http.perform(post(retry).with(csrf()).with(user(other))).andExpect(status().isForbidden());
        }
        http.perform(get("/accountability/incidents")).andExpect(redirectedUrl("/login"));
        http.perform(post("/accountability/incidents/none/retry").with(csrf()).with(user("supervisor")))
                .andExpect(status().isNotFound());
        assertThat(ours()).hasSize(1);

        FailingStep.WRONG.set(null);
        http.perform(post(retry).with(csrf()).with(user("supervisor")))
                .andExpect(redirectedUrl("/accountability/incidents"));
        steering.settle();

        assertThat(ours()).isEmpty();
        assertThat(journal.allAbout(key.toString())).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("incident.retried");
            assertThat(entry.actor()).isEqualTo("supervisor");
            assertThat(entry.facts()).containsEntry("cause", "@incident.cause.DISK_FULL");
        });
    }
}
