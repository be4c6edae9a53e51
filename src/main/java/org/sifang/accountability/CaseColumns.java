package org.sifang.accountability;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns of a case that change on its way. */
final class CaseColumns {

    private final AccountabilityCase of;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    CaseColumns(AccountabilityCase of) {
        this.of = of;
        values.put("state", of.state().name());
        put("notified_at", of.notifiedAt());
        put("statement_due_at", of.statementDueAt());
        put("closed_at", of.closedAt());
        values.put("closed_by", of.closedBy());
        values.put("close_reason", of.closeReason());
        hearing(of.hearing());
        assessment(of.assessment());
        ruling(of.ruling());
        execution(of.execution());
        appeal(of.appeal());
    }

    private void hearing(@Nullable Hearing hearing) {
        if (hearing != null) {
            values.put("hearing", hearing.kind().name());
            values.put("hearing_text", hearing.text());
            values.put("heard_by", hearing.by());
            put("heard_at", hearing.at());
        }
    }

    private void assessment(@Nullable Assessment assessment) {
        if (assessment != null) {
            values.put("severity", assessment.severity().name());
            values.put("harm", assessment.harm().name());
            values.put("earlier", assessment.earlier());
            values.put("finding", assessment.finding());
            values.put("established_by", assessment.establishedBy());
            put("established_at", assessment.establishedAt());
            values.put("proposed", name(assessment.proposed()));
            values.put("proposed_basis", assessment.basis());
            put("assessed_at", assessment.assessedAt());
        }
    }

    private void ruling(@Nullable Ruling ruling) {
        if (ruling != null) {
            values.put("measure", name(ruling.measure()));
            values.put("ruling_reason", ruling.reason());
            values.put("ruled_by", ruling.by());
            put("ruled_at", ruling.at());
        }
    }

    private void execution(@Nullable Execution execution) {
        if (execution != null) {
            put("served_at", execution.servedAt());
            put("appeal_until", execution.appealUntil());
            put("execution_due_at", execution.dueAt());
            put("execution_overdue_at", execution.overdueAt());
            put("executed_at", execution.doneAt());
            values.put("executed_by", execution.doneBy());
            values.put("execution_result", execution.result());
        }
    }

    private void appeal(@Nullable Appeal appeal) {
        if (appeal != null) {
            values.put("appeal_reason", appeal.reason());
            values.put("appealed_by", appeal.by());
            put("appealed_at", appeal.at());
            values.put("appeal_outcome", name(appeal.outcome()));
            values.put("appeal_answer", appeal.answer());
            values.put("appeal_decided_by", appeal.decidedBy());
            put("appeal_decided_at", appeal.decidedAt());
        }
    }

    private void put(String column, @Nullable Instant at) {
        values.put(column, at == null ? null : Timestamp.from(at));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    void update(JdbcClient jdbc) {
        String columns =
                values.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        jdbc.sql("update accountability_case set " + columns + " where id = :id")
                .params(values)
                .param("id", of.id())
                .update();
    }
}
