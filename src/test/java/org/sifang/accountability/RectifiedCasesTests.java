package org.sifang.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingStage;
import org.sifang.inspection.Severity;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.CaseFile;
import org.sifang.organization.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit whose status was suspended has it again when it has rectified. */
@SifangTest
class RectifiedCasesTests {

    private static final String UNIT = "150525-H1";
    private static final String CONTACT = "150525.h1";

    @Autowired
    CaseFile file;

    @Autowired
    AccountabilityStage stage;

    @Autowired
    FindingStage findings;

    @Autowired
    Standings standings;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void end() {
        findings.close();
        stage.close();
    }

    private Finding orderedBy(AccountabilityCase one) {
        return findings.adopt(jdbc.sql("select id from finding where source_id = :id")
                .param("id", one.id())
                .query(UUID.class)
                .single());
    }

    @Test
    void theUnitOfAnOverdueFindingIsSuspendedAndReinstatedAfterRectification() {
        Finding finding = findings.found(null, UNIT, "isolation-place", Severity.SEVERE);
        Instant due = file.now().plus(Duration.ofDays(1));
        findings.order(finding, due);
        file.until(due);
        UUID breach = jdbc.sql("select id from breach where subject = :id")
                .param("id", finding.id())
                .query(UUID.class)
                .single();
        AccountabilityCase one = stage.keep(stage.caseOf(breach));
        stage.waive(one, CONTACT);
        stage.establish(one, BreachSeverity.GRAVE, Harm.NONE);
        stage.decide(one, "city.leader", "SUSPENSION", "情节严重");
        assertThat(standings.isSuspended(UNIT)).isTrue();

        findings.submit(finding, CONTACT);
        findings.name(finding, "inspector2");
        assertThat(standings.isSuspended(UNIT)).isTrue();
        findings.close(finding, "inspector2");
        file.settle();

        assertThat(standings.isSuspended(UNIT)).isFalse();
        assertThat(file.actions(one.id(), "accountability.reinstated")).hasSize(1);
        assertThat(Objects.requireNonNull(stage.now(one).execution()).doneAt()).isNotNull();
    }

    @Test
    void aSuspensionWithoutAFindingOrdersARectificationThatEndsIt() {
        AccountabilityCase one = stage.decided(UNIT, "SUSPENSION");
        assertThat(standings.isSuspended(UNIT)).isTrue();

        findings.mended(orderedBy(one), CONTACT);
        file.settle();

        assertThat(standings.isSuspended(UNIT)).isFalse();
    }

    @Test
    void anOrderedRectificationConfirmsItself() {
        AccountabilityCase one = stage.decided(UNIT, "RECTIFICATION");

        findings.mended(orderedBy(one), CONTACT);
        file.settle();

        assertThat(Objects.requireNonNull(stage.now(one).execution()).doneAt()).isNotNull();
        assertThat(stage.state(one)).isEqualTo(CaseState.IN_EXECUTION);
    }
}
