package org.sifang.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.sifang.notice.SmallNotice;
import org.sifang.worklist.Tasks;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Findings in made-up organisations, and what the tests do with them. */
@Component
@Profile("test")
public class FindingStage {

    private final CaseFile file;
    private final Findings findings;
    private final Tasks tasks;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<UUID> opened = new CopyOnWriteArrayList<>();

    FindingStage(
            CaseFile file,
            Findings findings,
            Tasks tasks,
            ProcessEngine engine,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.file = file;
        this.findings = findings;
        this.tasks = tasks;
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A notice to that organisation that does not get in the way of a finding. */
    public NoticeView notice(String organization) {
        return file.issue(SmallNotice.to(organization).due(file.now().plus(Duration.ofDays(90))));
    }

    /** Found by the inspector of the city; the command of the city orders. */
    public Finding found(@Nullable NoticeView notice, String organization, String item) {
        return found(notice, organization, item, Severity.MAJOR);
    }

    public Finding found(@Nullable NoticeView notice, String organization, String item, Severity severity) {
        return record(
                new NewFinding(
                        notice == null ? null : notice.id(),
                        notice == null ? null : "一",
                        notice == null ? null : "落实防控要求",
                        organization,
                        "150500",
                        "five-haves",
                        item,
                        "设有临时隔离场所（" + item + "）",
                        "现场未见临时隔离场所",
                        FindingSource.INSPECTION,
                        null,
                        severity),
                "inspector");
    }

    public Finding record(NewFinding found, String by) {
        Finding kept = Objects.requireNonNull(
                        transaction.execute(status -> findings.record(List.of(found), by, file.now())))
                .get(0);
        opened.add(kept.id());
        return kept;
    }

    /** One that came into being in another way; it ends with the test. */
    public Finding adopt(UUID id) {
        opened.add(id);
        return findings.find(id).orElseThrow();
    }

    public Finding now(Finding finding) {
        return findings.find(finding.id()).orElseThrow();
    }

    /** Fills in the open task of that element, as its officer would. */
    public void complete(Finding finding, String task, String username, Map<String, Object> values) {
        String id = jdbc.sql(
                        "select id from work_item where subject = :subject and task_key = :task and completed_at is null")
                .param("subject", finding.id())
                .param("task", task)
                .query(String.class)
                .single();
        tasks.complete(id, values, file.actor(username));
    }

    public void order(Finding finding, Instant dueAt) {
        complete(
                finding,
                "Task_OrderRectification",
                "city.leader",
                Map.of("dueAt", dueAt.toString(), "instruction", "按指引设置临时隔离场所"));
    }

    public void submit(Finding finding, String username) {
        complete(finding, "Task_SubmitEvidence", username, Map.of("evidence", "已在一楼东侧设置，标识齐全"));
    }

    public void name(Finding finding, String rechecker) {
        complete(finding, "Task_NameRechecker", "city.officer", Map.of("rechecker", rechecker));
    }

    public void close(Finding finding, String rechecker) {
        complete(finding, "Task_RecheckRectification", rechecker, Map.of("outcome", "MENDED", "remark", "现场查看，场所已设置"));
    }

    public void sendBack(Finding finding, String rechecker, Instant dueAt) {
        complete(
                finding,
                "Task_RecheckRectification",
                rechecker,
                Map.of("outcome", "NOT_MENDED", "remark", "标识不清", "dueAt", dueAt.toString()));
    }

    /** Ordered, answered, rechecked and struck off, by the way that nobody objects to. */
    public Finding mended(Finding finding, String contact) {
        order(finding, file.now().plus(Duration.ofDays(3)));
        submit(finding, contact);
        name(finding, "inspector2");
        close(finding, "inspector2");
        return now(finding);
    }

    public long breaches(Finding finding) {
        return jdbc.sql("select count(*) from breach where subject = :id and kind = 'FINDING'")
                .param("id", finding.id())
                .query(Long.class)
                .single();
    }

    /** Ends what is still running, so that no clock of it wakes up in another test. */
    public void close() {
        opened.forEach(id -> engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("rectification")
                .processInstanceBusinessKey(id.toString())
                .list()
                .forEach(instance -> engine.getRuntimeService()
                        .deleteProcessInstance(instance.getProcessInstanceId(), "end of the test")));
        opened.clear();
        file.close();
    }
}
