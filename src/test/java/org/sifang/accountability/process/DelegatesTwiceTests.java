package org.sifang.accountability.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sifang.SifangTest;
import org.sifang.accountability.AccountabilityCase;
import org.sifang.accountability.AccountabilityStage;
import org.sifang.accountability.Appeals;
import org.sifang.notice.CaseFile;
import org.sifang.organization.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job that runs twice (a crash between commit and unlock) issues one document and sends one message. */
@SifangTest
class DelegatesTwiceTests {

    private static final String COUNTY = "150521";
    private static final String UNIT = "150521-H1";

    @Autowired
    CaseFile file;

    @Autowired
    AccountabilityStage stage;

    @Autowired
    Appeals appeals;

    @Autowired
    Standings standings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @AfterEach
    void end() {
        stage.close();
    }

    /** Everything a delegate could have left behind. */
    private List<Long> traces(UUID id) {
        return Stream.of(
                        "select count(*) from inbox_message where subject = :id",
                        "select count(*) from journal_entry where subject = :id",
                        "select count(*) from accountability_paper where case_id = cast(:id as uuid)",
                        "select count(*) from fact_file where case_id = cast(:id as uuid)",
                        "select count(*) from finding where source_id = cast(:id as uuid)",
                        "select count(*) from standing where basis = cast(:id as uuid)")
                .map(sql -> jdbc.sql(sql)
                        .param("id", id.toString())
                        .query(Long.class)
                        .single())
                .toList();
    }

    private void again(AccountabilityCase one, String... delegates) {
        List<Long> before = traces(one.id());
        AccountabilityCase stood = stage.now(one);
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getProcessBusinessKey()).thenReturn(one.id().toString());
        for (String name : delegates) {
            try {
                context.getBean(name, JavaDelegate.class).execute(execution);
            } catch (Exception failed) {
                throw new AssertionError(name + " fails the second time", failed);
            }
        }
        assertThat(traces(one.id())).isEqualTo(before);
        assertThat(stage.now(one)).isEqualTo(stood);
    }

    @Test
    void compilingAndNotifying() {
        again(stage.open(COUNTY), "compileFactFile", "notifyParty");
    }

    @Test
    void expiry() {
        AccountabilityCase one = stage.open(COUNTY);
        Instant due = one.dueAt();
        assertThat(due).isNotNull();
        file.until(due == null ? file.now() : due);

        again(one, "recordExpiry");
    }

    static Stream<Arguments> measures() {
        return Stream.of(
                Arguments.of(COUNTY, "WRITTEN_URGE", "issueWrittenUrge"),
                Arguments.of(COUNTY, "CIRCULATED_CRITICISM", "circulateCriticism"),
                Arguments.of(COUNTY, "INTERVIEW", "summonForInterview"),
                Arguments.of(UNIT, "RECTIFICATION", "orderRectification"),
                Arguments.of(UNIT, "SUSPENSION", "suspendUnitStatus"),
                Arguments.of(COUNTY, "REFERRAL", "referToDiscipline"));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void assessingDecidingServingAndEachMeasure(String party, String measure, String delegate) {
        AccountabilityCase one = stage.decided(party, measure);

        again(one, "assessLiability", "recordDecision", "serveDecision", delegate);
        standings.reinstate(party, one.id(), "test", "system", file.now());
    }

    @Test
    void overdueAndClosing() {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");
        Instant due = one.dueAt();
        file.until(due == null ? file.now() : due);
        again(one, "markExecutionOverdue");
        stage.complete(one, "Task_ConfirmExecution", "discipline", Map.of("result", "已约谈"));
        Supplier<Instant> until = () -> {
            Instant at = stage.now(one).dueAt();
            return at == null ? file.now() : at;
        };
        file.until(until.get());

        again(one, "closeAccountability");
    }

    @Test
    void dismissing() {
        AccountabilityCase one = stage.open(COUNTY);
        stage.waive(one, COUNTY + ".officer");
        stage.complete(
                one,
                "Task_EstablishFacts",
                "discipline",
                Map.of("severity", "ORDINARY", "harm", "NONE", "finding", "意见成立"));
        stage.decide(one, "city.leader", "NONE", "意见成立");

        again(one, "dismissCase");
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void appeals(String outcome, String delegate) {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");
        appeals.lodge(one.id(), "认定有误", file.actor(COUNTY + ".officer"), file.now());
        stage.complete(one, "Task_DecideAppeal", "150500.leader", Map.of("outcome", outcome, "answer", "经复核"));

        again(one, delegate);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(Arguments.of("UPHELD", "recordAppealDecision"), Arguments.of("REVOKED", "revokeDecision"));
    }
}
