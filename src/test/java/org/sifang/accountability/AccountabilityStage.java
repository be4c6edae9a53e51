package org.sifang.accountability;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Ids;
import org.sifang.notice.BreachKind;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.Breaches;
import org.sifang.notice.CaseFile;
import org.sifang.notice.PartyKind;
import org.sifang.notice.RecordedBreach;
import org.sifang.worklist.Tasks;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Breaches of made-up occasions, and what the tests of accountability do with them. */
@Component
@Profile("test")
public class AccountabilityStage {

    private final CaseFile file;
    private final Breaches breaches;
    private final AccountabilityCases cases;
    private final AccountabilityRows rows;
    private final Tasks tasks;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<UUID> opened = new CopyOnWriteArrayList<>();

    AccountabilityStage(
            CaseFile file,
            Breaches breaches,
            AccountabilityCases cases,
            AccountabilityRows rows,
            Tasks tasks,
            ProcessEngine engine,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.file = file;
        this.breaches = breaches;
        this.cases = cases;
        this.rows = rows;
        this.tasks = tasks;
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    public RecordedBreach breach(@Nullable UUID notice, String party, @Nullable String reporter) {
        UUID id = Ids.next();
        return new RecordedBreach(
                id,
                notice,
                PartyKind.ORGANIZATION,
                BreachKind.HAND,
                BreachSeverity.SERIOUS,
                party,
                id,
                file.now(),
                reporter,
                "未按要求落实");
    }

    public RecordedBreach ofPerson(UUID notice, UUID personCase) {
        return new RecordedBreach(
                Ids.next(),
                notice,
                PartyKind.INDIVIDUAL,
                BreachKind.ISOLATION,
                BreachSeverity.SERIOUS,
                personCase.toString(),
                personCase,
                file.now(),
                null,
                null);
    }

    /** The breach is found; its case, once every job that is due has run. */
    public AccountabilityCase found(RecordedBreach breach) {
        transaction.executeWithoutResult(status -> breaches.record(List.of(breach)));
        file.settle();
        UUID id = rows.caseOf(breach.id()).orElseThrow();
        opened.add(id);
        return now(id);
    }

    /** A failure outside any notice, which nobody reported. */
    public AccountabilityCase open(String party) {
        return found(breach(null, party, null));
    }

    public UUID caseOf(UUID breach) {
        return rows.caseOf(breach).orElseThrow();
    }

    /** Ends it with the others. */
    public AccountabilityCase keep(UUID id) {
        opened.add(id);
        return now(id);
    }

    public AccountabilityCase now(UUID id) {
        return cases.require(id);
    }

    public AccountabilityCase now(AccountabilityCase one) {
        return now(one.id());
    }

    /** What follows by itself has happened. */
    public void settled() {
        file.settle();
    }

    public CaseState state(AccountabilityCase one) {
        return now(one).state();
    }

    public ProcessInstance instance(AccountabilityCase one) {
        return file.instance("accountability", one.id());
    }

    /** Fills in the open task of that element, as its officer would, and waits for what follows by itself. */
    public void complete(AccountabilityCase one, String task, String username, Map<String, Object> values) {
        String id = jdbc.sql(
                        "select id from work_item where subject = :subject and task_key = :task and completed_at is null")
                .param("subject", one.id())
                .param("task", task)
                .query(String.class)
                .single();
        tasks.complete(id, values, file.actor(username));
        file.settle();
    }

    public void waive(AccountabilityCase one, String username) {
        complete(one, "Task_MakeStatement", username, Map.of("outcome", "WAIVED"));
    }

    public void establish(AccountabilityCase one, BreachSeverity severity, Harm harm) {
        complete(
                one,
                "Task_EstablishFacts",
                "discipline",
                Map.of("severity", severity.name(), "harm", harm.name(), "finding", "事实清楚，陈述意见不予采纳"));
    }

    public void decide(AccountabilityCase one, String leader, String measure, @Nullable String reason) {
        Map<String, Object> values =
                reason == null ? Map.of("measure", measure) : Map.of("measure", measure, "reason", reason);
        complete(one, "Task_DecideCase", leader, values);
    }

    /** Heard, established and decided as the measure says. */
    public AccountabilityCase decided(String party, String measure) {
        AccountabilityCase one = open(party);
        waive(one, speaker(party));
        establish(one, BreachSeverity.SERIOUS, Harm.NONE);
        decide(one, "city.leader", measure, "综合考虑");
        return now(one);
    }

    /** Whoever speaks for it in the demonstration. */
    public static String speaker(String party) {
        return party.length() == 6
                ? party + ".officer"
                : party.replaceFirst("-", ".").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    public @Nullable Instant timer(AccountabilityCase one, String element) {
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance(one).getProcessInstanceId())
                .activityId(element)
                .timers()
                .list()
                .stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst()
                .orElse(null);
    }

    public long papers(AccountabilityCase one, PaperKind kind) {
        return jdbc.sql("select count(*) from accountability_paper where case_id = :id and kind = :kind")
                .param("id", one.id())
                .param("kind", kind.name())
                .query(Long.class)
                .single();
    }

    /** Ends what is still running, so that no clock of it wakes up in another test. */
    public void close() {
        file.settle();
        opened.stream()
                .distinct()
                .map(this::now)
                .filter(one -> !one.state().over())
                .forEach(one -> {
                    engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(one.id().toString(), "accountability")
                            .list()
                            .forEach(instance -> engine.getRuntimeService()
                                    .deleteProcessInstance(instance.getProcessInstanceId(), "test"));
                    transaction.executeWithoutResult(
                            status -> rows.save(one.ended(CaseState.DISMISSED, "system", "test", file.now())));
                });
        opened.clear();
        file.close();
    }
}
