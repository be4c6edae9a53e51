package org.sifang.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyContent;
import org.sifang.notice.DutyMet;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.RecordedContent;
import org.sifang.notice.Submission;
import org.sifang.organization.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is handed in for an inspection duty: the numbers of the inspection that was planned for it. One that has begun has to
 * be handed over first, which hands in the duty by itself.
 */
@Component
class InspectionContent implements DutyContent {

    private final InspectionRows rows;
    private final VisitRows visits;
    private final AnswerRows answers;
    private final RecordedContent recorded;
    private final JdbcClient jdbc;

    InspectionContent(
            InspectionRows rows, VisitRows visits, AnswerRows answers, RecordedContent recorded, JdbcClient jdbc) {
        this.rows = rows;
        this.visits = visits;
        this.answers = answers;
        this.recorded = recorded;
        this.jdbc = jdbc;
    }

    @Override
    public Set<ObligationKind> kinds() {
        return Set.of(ObligationKind.INSPECTION);
    }

    @Override
    public Map<String, Object> open(Duty duty, Actor reader) {
        return rows.ofDuty(duty.id()).map(this::numbers).orElse(Map.of());
    }

    private Map<String, Object> numbers(Inspection inspection) {
        List<Visit> all = visits.of(inspection.id());
        List<Visit> made =
                all.stream().filter(visit -> visit.state() == VisitState.DONE).toList();
        int found = answers.problems(made.stream().map(Visit::id).toList()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        Map<String, Object> numbers = new TreeMap<>();
        numbers.put("planned", all.size());
        numbers.put("visited", made.size());
        numbers.put("findings", found);
        numbers.put("rectified", rectified(made));
        return numbers;
    }

    private int rectified(List<Visit> made) {
        return jdbc.sql("select count(*) from finding where source_id = any(:visits::uuid[]) and state = 'CLOSED'")
                .param(
                        "visits",
                        made.stream().map(visit -> visit.id().toString()).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    @Override
    public void check(Duty duty, Map<String, Object> values, Actor by, Instant now) {
        refuseUnfinished(duty);
    }

    /** The numbers of the inspection count, whatever a form may say. */
    @Override
    public DutyMet submit(Duty duty, Map<String, Object> values, Submission submission, String by, Instant now) {
        refuseUnfinished(duty);
        Map<String, Object> content = new TreeMap<>(values);
        Optional<Inspection> inspection = rows.ofDuty(duty.id());
        inspection.filter(one -> one.state() == InspectionState.HANDED_OVER).ifPresent(one -> {
            content.putAll(numbers(one));
            content.put("inspection", one.id().toString());
            content.putIfAbsent("summary", Objects.requireNonNullElse(submission.remark(), ""));
        });
        return recorded.submit(duty, content, submission, by, now);
    }

    private void refuseUnfinished(Duty duty) {
        rows.ofDuty(duty.id())
                .filter(one -> one.state() == InspectionState.VISITING || one.state() == InspectionState.REVIEW)
                .ifPresent(one -> {
                    throw new FaultsException(Fault.at("visited", "fault.inspection.duty"));
                });
    }
}
