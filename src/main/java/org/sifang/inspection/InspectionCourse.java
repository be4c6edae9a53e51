package org.sifang.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Checklist.Item;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an inspection without anybody doing it: visits open, become overdue, are handed over or called off. */
@Service
public class InspectionCourse {

    private final InspectionRows rows;
    private final VisitRows visits;
    private final AnswerRows answers;
    private final Draws draws;
    private final Findings findings;
    private final Organizations organizations;
    private final InspectionNews news;

    InspectionCourse(
            InspectionRows rows,
            VisitRows visits,
            AnswerRows answers,
            Draws draws,
            Findings findings,
            Organizations organizations,
            InspectionNews news) {
        this.rows = rows;
        this.visits = visits;
        this.answers = answers;
        this.draws = draws;
        this.findings = findings;
        this.organizations = organizations;
        this.news = news;
    }

    /** One visit for each object of the draw that stands; those sent are told, and of an announced one its object. */
    @Transactional
    public void openVisits(UUID id, Instant now) {
        Inspection inspection = require(id);
        if (inspection.state() != InspectionState.PLANNED) {
            return;
        }
        Draw draw = draws.of(id).stream()
                .filter(one -> one.id().equals(inspection.draw()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("inspection"));
        List<Visit> opened =
                draw.result().stream().map(drawn -> visit(inspection, drawn)).toList();
        visits.insert(opened);
        rows.state(id, InspectionState.VISITING);
        opened.forEach(visit -> news.visit(
                inspection,
                visit,
                "planned",
                Actor.SYSTEM,
                visit.known(),
                Map.of(
                        "organization",
                        Wording.organization(visit.organization()),
                        "dueAt",
                        visit.dueAt().toString()),
                now));
        news.sent(inspection, opened);
    }

    private Visit visit(Inspection inspection, DrawnVisit drawn) {
        Organization object = organizations.require(drawn.organization());
        return new Visit(
                Ids.next(),
                inspection.id(),
                object.code(),
                object.division(),
                object.sector(),
                drawn.inspectors(),
                inspection.announced(),
                inspection.dueAt(),
                VisitState.PLANNED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Marks what is late, once, and tells its inspectors and the leaders who sent them. */
    @Transactional
    public void markOverdue(UUID id, Instant now) {
        Inspection inspection = require(id);
        List<Visit> late = visits.markOverdue(id, now);
        late.forEach(visit -> news.visit(
                inspection,
                visit,
                "overdue",
                Actor.SYSTEM,
                visit.known(),
                Map.of("dueAt", visit.dueAt().toString()),
                now));
        news.overdue(inspection, late);
    }

    /** Every problem becomes a finding. */
    @Transactional
    public void handOver(UUID id, Instant now) {
        Inspection inspection = require(id);
        if (inspection.state() != InspectionState.REVIEW) {
            return;
        }
        String by = Objects.requireNonNullElse(inspection.confirmedBy(), Actor.SYSTEM);
        rows.end(id, InspectionState.HANDED_OVER, by, now, null);
        int made = 0;
        int problems = 0;
        for (Visit visit : visits.of(id)) {
            if (visit.state() == VisitState.DONE) {
                int found = handOver(inspection, visit, now);
                made++;
                problems += found;
            }
        }
        news.inspection(
                inspection,
                "handedOver",
                by,
                Map.of("visits", Integer.toString(made), "problems", Integer.toString(problems)),
                now);
    }

    private int handOver(Inspection inspection, Visit visit, Instant now) {
        Map<String, VisitAnswer> said = answers.of(visit.id());
        List<NewFinding> found = new ArrayList<>();
        for (Item item : inspection.checklist().items()) {
            VisitAnswer answer = said.get(item.code());
            if (answer != null && answer.answer() == Answer.PROBLEM) {
                found.add(finding(inspection, visit, item, answer));
            }
        }
        findings.record(found, visit.inspectors().get(0), now);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("problems", Integer.toString(found.size()));
        facts.put("score", visit.score() == null ? "-" : visit.score().toPlainString());
        news.visit(inspection, visit, "handedOver", Actor.SYSTEM, true, facts, now);
        news.handedOver(inspection, visit, found.size());
        return found.size();
    }

    private static NewFinding finding(Inspection inspection, Visit visit, Item item, VisitAnswer answer) {
        return new NewFinding(
                inspection.notice(),
                inspection.clause(),
                inspection.clauseText(),
                visit.organization(),
                inspection.organization(),
                inspection.checklist().code(),
                item.code(),
                item.text(),
                Objects.requireNonNullElse(answer.note(), item.text()),
                FindingSource.INSPECTION,
                visit.id(),
                item.severity());
    }

    /** Called off: its open visits are not made. */
    @Transactional
    public void cancelVisits(UUID id, @Nullable String why, Instant now) {
        Inspection inspection = require(id);
        String reason = Objects.requireNonNullElse(inspection.reason(), Objects.requireNonNullElse(why, ""));
        List<Visit> open = visits.of(id).stream().filter(Visit::open).toList();
        visits.cancel(id, reason);
        news.inspection(
                inspection,
                "cancelled",
                Objects.requireNonNullElse(inspection.endedBy(), Actor.SYSTEM),
                Map.of("reason", reason),
                now);
        news.cancelled(inspection, open);
    }

    private Inspection require(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFoundException("inspection"));
    }
}
