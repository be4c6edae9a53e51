package org.sifang.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.CaseDesk;
import org.sifang.isolation.CaseDesk.Lodging;
import org.sifang.isolation.DeliveryManner;
import org.sifang.isolation.IsolationFile;
import org.sifang.isolation.SmallMeasure;
import org.sifang.isolation.TestResult;
import org.sifang.labtest.CaseLab;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.ReleaseRule;
import org.sifang.organization.Actor;
import org.sifang.screening.CaseState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A positive result and the emergency it begins are one transaction: both are there, or neither is. */
@SifangTest
class PositiveInOneTransactionTests {

    @Autowired
    IsolationFile file;

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseLab lab;

    @Autowired
    Emergencies emergencies;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void end() {
        mend();
        file.close();
    }

    private UUID isolated() {
        UUID id = file.found(
                file.issue(SmallMeasure.of(IsolationKind.HOME)
                        .test(0)
                        .release(ReleaseRule.ALL_NEGATIVE)
                        .followUp(14)),
                "150502");
        Actor officer = file.actor("150502.officer");
        desk.serveOrder(id, DeliveryManner.IN_PERSON, null, officer, file.now());
        desk.settle(id, new Lodging(true, true, null, null), officer, file.now());
        return id;
    }

    /** The emergency of this case cannot be written. */
    private void damage(UUID id) {
        jdbc.sql("""
                        create function refuse_emergency() returns trigger language plpgsql as $$
                        begin
                            if new.person_case = '%s' then raise exception 'the test refuses it'; end if;
                            return new;
                        end $$""".formatted(id)).update();
        jdbc.sql("create trigger refuse before insert on emergency for each row execute function refuse_emergency()")
                .update();
    }

    private void mend() {
        jdbc.sql("drop trigger if exists refuse on emergency").update();
        jdbc.sql("drop function if exists refuse_emergency()").update();
    }

    @Test
    void thePositiveAndItsEmergencyAreThereTogether() {
        UUID id = isolated();

        lab.result(id, TestResult.POSITIVE);

        Emergency begun = emergencies.of(id).get(0);
        assertThat(begun.state()).isEqualTo(EmergencyState.OPEN);
        assertThat(begun.openedAt()).isEqualTo(file.now());
        assertThat(file.state(id)).isEqualTo(CaseState.POSITIVE);
        assertThat(jdbc.sql("select count(*) from work_item where subject = :id and completed_at is null")
                        .param("id", begun.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void aFaultWhileTheEmergencyOpensTakesTheResultBack() {
        UUID id = isolated();
        CaseState before = file.state(id);
        damage(id);

        assertThatThrownBy(() -> lab.result(id, TestResult.POSITIVE)).isInstanceOf(RuntimeException.class);

        assertThat(emergencies.of(id)).isEmpty();
        assertThat(file.state(id)).isEqualTo(before);
        assertThat(lab.waiting(id)).isOne();
        assertThat(file.journal(id)).doesNotContain("case.positive", "case.emergency.opened");
        assertThat(file.instance(id)).isWaitingAt("Call_LabTest").hasNotPassed("Task_DeclarePositive");
    }
}
