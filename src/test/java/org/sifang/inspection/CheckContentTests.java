package org.sifang.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.inspection.Checklist.Item;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.SmallNotice;
import org.sifang.worklist.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Self-checks and inventories: asked item by item, kept, and what is missing becomes a finding. */
@SifangTest
class CheckContentTests {

    private static final String UNIT = "150526-U1";
    private static final String CONTACT = "150526.u1";

    @Autowired
    CaseFile file;

    @Autowired
    FindingStage stage;

    @Autowired
    DutyDesk desk;

    @Autowired
    Tasks tasks;

    @Autowired
    Checklists checklists;

    @Autowired
    CheckAnswers answers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    @AfterEach
    void end() {
        jdbc.sql("select id from finding where source in ('SELF_CHECK', 'INVENTORY')")
                .query(UUID.class)
                .list()
                .forEach(stage::adopt);
        stage.close();
    }

    private Duty received(ObligationKind kind, String organization, String contact) {
        NoticeView notice = file.issue(
                SmallNotice.to(organization).kind(kind).due(file.now().plus(Duration.ofDays(5))));
        Duty duty = file.duty(notice, organization);
        desk.receive(duty.id(), contact, null, file.actor(contact));
        return file.duty(notice, organization);
    }

    private String task(Duty duty, String key) {
        return jdbc.sql("select id from work_item where subject = :duty and task_key = :key and completed_at is null")
                .param("duty", duty.id())
                .param("key", key)
                .query(String.class)
                .single();
    }

    private void fill(Duty duty, String key, String username, Map<String, Object> values) {
        tasks.complete(task(duty, key), values, file.actor(username));
    }

    private void sign(Duty duty, String leader) {
        fill(duty, "Task_SignOff", leader, Map.of("decision", "SIGN"));
    }

    private Map<String, Object> everythingInPlace(String checklist) {
        Map<String, Object> values = new HashMap<>();
        for (Item item : checklists.require(checklist).items()) {
            values.put(CheckForm.key(item), item.counted() ? Objects.requireNonNull(item.minimum()) + 1 : "YES");
            if (!item.counted()) {
                values.put(CheckForm.key(item) + CheckForm.EVIDENCE, "台账和照片已存档");
            }
        }
        return values;
    }

    private List<Finding> findings(Duty duty) {
        return jdbc
                .sql("select id from finding where source_id = :duty order by id")
                .param("duty", duty.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(stage::adopt)
                .toList();
    }

    @Test
    void theFormAsksEveryItemOfTheChecklist() {
        Duty duty = received(ObligationKind.SELF_CHECK, UNIT, CONTACT);
        JsonNode schema = Objects.requireNonNull(
                tasks.open(task(duty, "Task_CheckSelf"), file.actor(CONTACT)).schema());
        List<String> keys = new ArrayList<>();
        schema.path("components").forEach(one -> keys.add(one.path("key").asText()));
        for (Item item : checklists.require("five-haves").items()) {
            assertThat(keys).containsOnlyOnce(CheckForm.key(item));
        }
        assertThat(keys).contains("guideHeld", "guideHeldEvidence", "measures");
    }

    @Test
    void everyItemNeedsAnAnswerAndItsWords() {
        Duty duty = received(ObligationKind.SELF_CHECK, UNIT, CONTACT);
        Map<String, Object> values = everythingInPlace("five-haves");
        values.remove("guideKnown");
        values.remove("roomSetEvidence");
        values.put("supplyless", "?");
        values.remove("transferArranged");
        assertThatThrownBy(() -> fill(duty, "Task_CheckSelf", CONTACT, values))
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.path())
                                .containsExactlyInAnyOrder("guideKnown", "roomSetEvidence", "transferArranged"));
        Map<String, Object> telling = everythingInPlace("five-haves");
        telling.put("guideHeldEvidence", "联系人电话 19900000001");
        assertThatThrownBy(() -> fill(duty, "Task_CheckSelf", CONTACT, telling)).isInstanceOf(FaultsException.class);
    }

    @Test
    void whatIsNotInPlaceBecomesAFindingOnce() {
        Duty duty = received(ObligationKind.SELF_CHECK, UNIT, CONTACT);
        Map<String, Object> values = everythingInPlace("five-haves");
        values.put("roomSet", "NO");
        values.put("roomSetEvidence", "正在腾退库房");
        values.put("guideKnown", "PARTLY");
        values.put("guideKnownEvidence", "夜班人员待培训");
        fill(duty, "Task_CheckSelf", CONTACT, values);
        assertThat(findings(duty)).isEmpty();
        sign(duty, CONTACT);

        assertThat(file.duty(notice(duty), UNIT).state()).isEqualTo(DutyState.SUBMITTED);
        Finding finding = findings(duty).get(0);
        assertThat(findings(duty)).hasSize(1);
        assertThat(finding.item()).isEqualTo("room-set");
        assertThat(finding.source()).isEqualTo(FindingSource.SELF_CHECK);
        assertThat(finding.severity()).isEqualTo(Severity.SEVERE);
        assertThat(finding.description()).contains("正在腾退库房");
        assertThat(finding.clauseText()).isNotBlank();
        assertThat(finding.orderer()).isEqualTo("150526-EDUCATION");
        assertThat(file.tasks(finding.id())).containsExactly("Task_OrderRectification");
        assertThat(answers.of(duty.id()))
                .hasSize(checklists.require("five-haves").items().size())
                .anySatisfy(one -> {
                    assertThat(one.item()).isEqualTo("guide-known");
                    assertThat(one.answer()).isEqualTo(SelfAnswer.PARTLY);
                    assertThat(one.note()).contains("夜班人员待培训");
                });

        desk.giveBack(duty.id(), "请补充照片", file.leader());
        fill(duty, "Task_CheckSelf", CONTACT, values);
        sign(duty, CONTACT);
        assertThat(findings(duty)).hasSize(1);
        desk.accept(duty.id(), file.leader());
        assertThat(file.duty(notice(duty), UNIT).state()).isEqualTo(DutyState.ACCEPTED);
    }

    private NoticeView notice(Duty duty) {
        return notices.require(duty.notice());
    }

    @Autowired
    org.sifang.notice.Notices notices;

    @Test
    void aGapInTheInventoryBecomesAFinding() {
        Duty duty = received(ObligationKind.INVENTORY, "150526", "150526.officer");
        Map<String, Object> values = everythingInPlace("supplies");
        values.put("masks", 12);
        values.put("masksGap", "已签采购合同，五日内到货");
        fill(duty, "Task_TakeInventory", "150526.officer", values);
        sign(duty, "150526.leader");

        assertThat(findings(duty)).singleElement().satisfies(finding -> {
            assertThat(finding.source()).isEqualTo(FindingSource.INVENTORY);
            assertThat(finding.organization()).isEqualTo("150526");
            assertThat(finding.orderer()).isEqualTo("150500");
            assertThat(finding.description())
                    .contains("现有 12 天")
                    .contains("30 天")
                    .contains("五日内到货");
        });
    }

    @Test
    void anInventoryWithoutGapsIsNoFinding() {
        Duty duty = received(ObligationKind.INVENTORY, "150526", "150526.officer");
        fill(duty, "Task_TakeInventory", "150526.officer", everythingInPlace("supplies"));
        sign(duty, "150526.leader");
        assertThat(findings(duty)).isEmpty();
    }

    @Test
    void whatWasCalledInOrderAndFoundWrongIsAGap() {
        Duty duty = received(ObligationKind.SELF_CHECK, UNIT, CONTACT);
        fill(duty, "Task_CheckSelf", CONTACT, everythingInPlace("five-haves"));
        sign(duty, CONTACT);
        file.later(Duration.ofHours(1));
        stage.found(null, UNIT, "room-set");
        stage.found(null, UNIT, "no-such-item");

        assertThat(answers.of(List.of(UNIT, "150526-U2"), file.now().minus(Duration.ofDays(1))))
                .containsExactlyEntriesOf(Map.of(UNIT, 1));
    }

    @Test
    void theDutyPageShowsTheAnswersInWords() throws Exception {
        Duty duty = received(ObligationKind.SELF_CHECK, UNIT, CONTACT);
        fill(duty, "Task_CheckSelf", CONTACT, everythingInPlace("five-haves"));
        sign(duty, CONTACT);
        http.perform(get("/duties/{id}", duty.id()).with(user("city.officer")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                checklists.require("five-haves").items().get(0).text())))
                .andExpect(content().string(containsString("已落实")));
    }
}
