package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.sifang.engine.ClockSteering;
import org.sifang.engine.SteerableClock;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tests of the notice's processes do and look at. Its clock is everybody's: they only ever say how much later. */
@Component
@Profile("test")
public class CaseFile {

    private final NoticeDesk notices;
    private final DutyDesk desk;
    private final Duties duties;
    private final Actors actors;
    private final SteerableClock clock;
    private final ClockSteering steering;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final List<UUID> issued = new CopyOnWriteArrayList<>();
    private final List<Breach> breaches = new CopyOnWriteArrayList<>();
    private final List<DutyMissed> missed = new CopyOnWriteArrayList<>();

    CaseFile(
            NoticeDesk notices,
            DutyDesk desk,
            Duties duties,
            Actors actors,
            Clock clock,
            ClockSteering steering,
            ProcessEngine engine,
            JdbcClient jdbc) {
        this.notices = notices;
        this.desk = desk;
        this.duties = duties;
        this.actors = actors;
        this.clock = (SteerableClock) clock;
        this.steering = steering;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @EventListener
    void heard(Breach breach) {
        breaches.add(breach);
    }

    @EventListener
    void heard(DutyMissed miss) {
        missed.add(miss);
    }

    public Instant now() {
        return clock.instant();
    }

    public Actor actor(String username) {
        return actors.byUsername(username);
    }

    public Actor leader() {
        return actor("city.leader");
    }

    /** Issues it at once and waits until every duty is out. */
    public NoticeView issue(SmallNotice notice) {
        NoticeView draft = mine(notices.draft(notice.definition(), leader()));
        notices.issueAtOnce(draft.id(), leader());
        steering.settle();
        return draft;
    }

    /** Keeps it for the end of the test. */
    public NoticeView mine(NoticeView notice) {
        issued.add(notice.id());
        return notice;
    }

    /** Goes to that instant through everything that becomes due on the way. */
    public void until(Instant instant) {
        steering.advanceTo(instant);
    }

    public void later(Duration span) {
        until(now().plus(span));
    }

    /** Nothing runs until that instant; then the house is started again. */
    public void downUntil(Instant instant) {
        var jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        jobs.shutdown();
        try {
            clock.moveTo(instant);
        } finally {
            jobs.start();
        }
        steering.settle();
    }

    public void settle() {
        steering.settle();
    }

    /** The one duty of that organisation. */
    public Duty duty(NoticeView notice, String organization) {
        return jdbc.sql("select id from duty where notice = :notice and organization = :organization")
                .param("notice", notice.id())
                .param("organization", organization)
                .query(UUID.class)
                .optional()
                .map(duties::require)
                .orElseThrow();
    }

    public List<Duty> duties(NoticeView notice) {
        return jdbc
                .sql("select id from duty where notice = :notice order by due_at, organization")
                .param("notice", notice.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(duties::require)
                .toList();
    }

    /** Receives and hands in, by the officer of a county command. */
    public Duty submit(Duty duty) {
        Actor officer = actor(duty.organization() + ".officer");
        if (duties.require(duty.id()).state() == DutyState.SENT) {
            desk.receive(duty.id(), null, null, officer);
        }
        return desk.submit(duty.id(), null, "已落实", officer);
    }

    /** Actions of the rungs the duty has climbed, as its journal tells them. */
    public List<String> rungs(Duty duty) {
        return actions(duty.id(), "duty.rung.%").stream()
                .map(action -> action.substring("duty.rung.".length()))
                .toList();
    }

    /** What the journal says happened to a notice, a duty or a round, in order. */
    public List<String> actions(UUID subject, String like) {
        return jdbc.sql(
                        "select action from journal_entry where subject = :subject and action like :like order by sequence")
                .param("subject", subject.toString())
                .param("like", like)
                .query(String.class)
                .list();
    }

    /** When, by the journal, it happened; the first time. */
    public Instant happened(UUID subject, String action) {
        return jdbc.sql("select min(occurred_at) from journal_entry where subject = :subject and action = :action")
                .param("subject", subject.toString())
                .param("action", action)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Who was told of it under that key, sorted; somebody told twice stands there twice. */
    public List<String> told(UUID subject, String key) {
        return jdbc.sql(
                        "select recipient from inbox_message where subject = :subject and key = :key order by recipient")
                .param("subject", subject.toString())
                .param("key", key)
                .query(String.class)
                .list();
    }

    /** Arguments of a message, as stored. */
    public String saying(UUID subject, String key) {
        return jdbc.sql("select args from inbox_message where subject = :subject and key = :key order by id limit 1")
                .param("subject", subject.toString())
                .param("key", key)
                .query(String.class)
                .single();
    }

    public List<Breach> breaches(Duty duty) {
        return breaches.stream()
                .filter(breach -> breach.subject().equals(duty.id()))
                .toList();
    }

    public List<DutyMissed> missed(Duty duty) {
        return missed.stream().filter(miss -> miss.duty().equals(duty.id())).toList();
    }

    public long breachRows(Duty duty) {
        return jdbc.sql("select count(*) from breach where duty = :duty")
                .param("duty", duty.id())
                .query(Long.class)
                .single();
    }

    public List<UUID> rounds(NoticeView notice) {
        return jdbc.sql("select id from round where notice = :notice order by due_at, id")
                .param("notice", notice.id())
                .query(UUID.class)
                .list();
    }

    public UUID round(NoticeView notice) {
        return rounds(notice).get(0);
    }

    public String roundState(UUID round) {
        return jdbc.sql("select state from round where id = :id")
                .param("id", round)
                .query(String.class)
                .single();
    }

    public UUID series(NoticeView notice) {
        return jdbc.sql("select id from obligation_series where notice = :notice")
                .param("notice", notice.id())
                .query(UUID.class)
                .single();
    }

    /** The running or ended instance of a subject, for assertions on its way. */
    public ProcessInstance instance(String process, UUID subject) {
        ProcessInstance running = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
        return running == null ? new Ended(history(process, subject)) : running;
    }

    private HistoricProcessInstance history(String process, UUID subject) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
    }

    /** When the instance's timers come. */
    public List<Instant> timers(ProcessInstance instance) {
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .map(Job::getDuedate)
                .map(date -> Instant.ofEpochMilli(date.getTime()))
                .toList();
    }

    /** Open tasks of a subject, by element id. */
    public List<String> tasks(UUID subject) {
        return jdbc.sql(
                        "select task_key from work_item where subject = :subject and completed_at is null order by task_key")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    /** How many drafts are kept of a task. */
    public long drafts(String task) {
        return jdbc.sql("select count(*) from task_draft where task = :task")
                .param("task", task)
                .query(Long.class)
                .single();
    }

    /** Lifts what is still in force, so that it does not wake up in another test, and forgets it. */
    public void close() {
        mine("state = 'ISSUED'").forEach(id -> notices.lift(id, "测试结束", leader()));
        mine("state in ('DRAFT', 'IN_REVIEW', 'REVIEWED')").forEach(id -> notices.withdraw(id, "测试结束", leader()));
        steering.settle();
        issued.clear();
        breaches.clear();
        missed.clear();
    }

    private List<UUID> mine(String condition) {
        return jdbc.sql("select id from notice where " + condition + " and id = any(:ids::uuid[])")
                .param("ids", issued.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** An instance the engine keeps in its history only. */
    private record Ended(HistoricProcessInstance was) implements ProcessInstance {

        @Override
        public String getId() {
            return was.getId();
        }

        @Override
        public String getProcessInstanceId() {
            return was.getId();
        }

        @Override
        public String getProcessDefinitionId() {
            return was.getProcessDefinitionId();
        }

        @Override
        public String getProcessDefinitionKey() {
            return was.getProcessDefinitionKey();
        }

        @Override
        public String getBusinessKey() {
            return was.getBusinessKey();
        }

        @Override
        public String getRootProcessInstanceId() {
            return was.getRootProcessInstanceId();
        }

        @Override
        @SuppressWarnings("NullAway")
        public String getCaseInstanceId() {
            return null;
        }

        @Override
        @SuppressWarnings("NullAway")
        public String getTenantId() {
            return null;
        }

        @Override
        public boolean isSuspended() {
            return false;
        }

        @Override
        public boolean isEnded() {
            return true;
        }
    }
}
