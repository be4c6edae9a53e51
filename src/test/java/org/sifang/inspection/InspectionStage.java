package org.sifang.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sifang.inspection.VisitDesk.Said;
import org.sifang.notice.CaseFile;
import org.sifang.organization.Actor;
import org.sifang.organization.OrganizationKind;
import org.sifang.worklist.Tasks;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inspections of made-up organisations, and what the tests do with them. */
@Component
@Profile("test")
public class InspectionStage {

    private final CaseFile file;
    private final InspectionDesk desk;
    private final VisitDesk visitDesk;
    private final Inspections inspections;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final List<UUID> planned = new CopyOnWriteArrayList<>();

    InspectionStage(
            CaseFile file,
            InspectionDesk desk,
            VisitDesk visitDesk,
            Inspections inspections,
            Tasks tasks,
            JdbcClient jdbc) {
        this.file = file;
        this.desk = desk;
        this.visitDesk = visitDesk;
        this.inspections = inspections;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** The city's command plans by hand to visit these. */
    public Inspection planned(Duration within, boolean announced, int size, String... codes) {
        Inspection inspection = desk.plan(
                new NewInspection(
                        null,
                        null,
                        "测试检查",
                        "five-haves",
                        new Targets(Set.<OrganizationKind>of(), Set.of(), Set.of(codes), Set.of(), Set.of(), null),
                        announced,
                        size,
                        file.now().plus(within)),
                file.actor("city.officer"),
                file.now());
        return mine(inspection);
    }

    public Inspection mine(Inspection inspection) {
        planned.add(inspection.id());
        return inspection;
    }

    /** Planned, drawn and confirmed. */
    public Inspection visiting(Duration within, String... codes) {
        Inspection inspection = planned(within, false, codes.length, codes);
        complete(inspection.id(), "Task_ConfirmDraw", "city.officer", Map.of("decision", "CONFIRM"));
        return now(inspection.id());
    }

    public Inspection now(UUID id) {
        return inspections.find(id).orElseThrow();
    }

    /** The one planned for a duty. */
    public Inspection ofDuty(UUID duty) {
        return inspections.ofDuty(duty).orElseThrow();
    }

    public List<Visit> visits(Inspection inspection) {
        return inspections.visits(inspection.id());
    }

    /** Goes there and finds these items wrong, everything else in order. */
    public void make(Visit visit, String... wrong) {
        String inspector = visit.inspectors().get(0);
        Map<String, Said> said = new HashMap<>();
        now(visit.inspection()).checklist().items().forEach(item -> said.put(item.code(), new Said(Answer.OK, null)));
        for (String item : wrong) {
            said.put(item, new Said(Answer.PROBLEM, "现场未见：" + item));
        }
        visitDesk.answer(visit.id(), said, file.actor(inspector), file.now());
        visitDesk.finish(visit.id(), "办公室主任", null, file.actor(inspector), file.now());
    }

    /** Fills in the open task of that element, as its officer would. */
    public void complete(UUID subject, String task, String username, Map<String, Object> values) {
        String id = jdbc.sql(
                        "select id from work_item where subject = :subject and task_key = :task and completed_at is null")
                .param("subject", subject)
                .param("task", task)
                .query(String.class)
                .single();
        tasks.complete(id, values, file.actor(username));
    }

    public Actor actor(String username) {
        return file.actor(username);
    }

    public List<String> told(UUID subject, String key) {
        return file.told(subject, key);
    }

    public Instant nowAt() {
        return file.now();
    }

    /** Calls off what is still open, so that no clock of it wakes up in another test. */
    public void close() {
        planned.stream()
                .map(this::now)
                .filter(Inspection::open)
                .forEach(one -> desk.cancel(one.id(), "测试结束", file.actor(arranger(one)), file.now()));
        planned.clear();
        file.close();
    }

    private static String arranger(Inspection one) {
        return one.organization().equals("150500")
                ? "city.officer"
                : one.organization().replaceFirst("-", ".").toLowerCase(java.util.Locale.ROOT);
    }
}
