package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sifang.engine.ClockSteering;
import org.sifang.kernel.WorkingCalendar;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.sifang.organization.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/**
 * The way goes on: a county that stayed silent to the last rung answers for it. It is told, says nothing for five working
 * days over the National Day holiday, and is criticised in a circular that is issued once. Spoken through the API.
 */
@SifangTest
class SilentToAccountedTests {

    private static final String SILENT = "150521";
    private static final String UNIT = "150402-U1";
    private static final String ABOVE_UNIT = "150402-EDUCATION";

    @Autowired
    Clock clock;

    @Autowired
    ClockSteering steering;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Officers officers;

    @Autowired
    Standings standings;

    @Test
    void theSilentCountyIsHeardOrNotAndThenDecidedOn() throws Exception {
        steering.advanceTo(beforeNationalDay());
        Caller leader = new Caller(http, "city.leader");
        Caller county = new Caller(http, SILENT + ".officer");
        Caller discipline = new Caller(http, "discipline");
        String notice = issued(leader);

        // It does not receive, does not answer, and climbs to the last rung.
        JsonNode duty = leader.get("/duties?notice={n}", notice).path("items").path(0);
        Instant lastRung = instant(duty, "dueAt").plus(Duration.ofHours(6));
        steering.advanceTo(lastRung.minusSeconds(1));
        assertThat(cases(leader, notice)).isEmpty();
        steering.advanceTo(lastRung);
        assertThat(cases(leader, notice)).hasSize(1);
        JsonNode opened = cases(leader, notice).path(0);
        String id = opened.path("id").asText();
        assertThat(opened.path("party").asText()).isEqualTo(SILENT);
        assertThat(opened.path("state").asText()).isEqualTo("NOTIFIED");
        assertThat(opened.path("breaches").asInt()).isEqualTo(1);
        assertThat(cases(county, notice)).as("the party sees its own case").hasSize(1);
        assertThat(cases(new Caller(http, "150502.officer"), notice))
                .as("another county does not")
                .isEmpty();

        // The fact file tells what was ordered and every rung, as the journal has it.
        JsonNode file = leader.get("/accountability-cases/{id}/fact-file", id);
        assertThat(file.path("hash").asText()).matches("[0-9a-f]{64}");
        assertThat(file.path("facts").findValuesAsText("rung"))
                .contains("REMIND", "MARK_OVERDUE", "URGE", "WRITTEN_URGE", "CIRCULATE", "OPEN_ACCOUNTABILITY");
        assertThat(file.path("facts").findValuesAsText("clause")).contains("一");
        assertThat(verified(leader, id)).isTrue();

        // Nobody decides before the party was heard or its period is over.
        Instant period = WorkingCalendar.shipped().plusWorkingDays(clock.instant(), 5, clock.getZone());
        assertThat(Duration.between(clock.instant(), period)).isGreaterThan(Duration.ofDays(7));
        steering.advanceTo(period.minusSeconds(1));
        assertThat(state(leader, id, notice)).isEqualTo("NOTIFIED");
        assertThat(names(discipline, id)).as("nothing to be decided yet").containsOnly("提交陈述申辩");
        steering.advanceTo(period);
        assertThat(state(leader, id, notice)).isEqualTo("HEARD");

        // Discipline establishes what happened; the table proposes, the leader decides.
        discipline.complete(
                id, "accountability", Map.of("severity", "ORDINARY", "harm", "NONE", "finding", "逾期未报送，未陈述"));
        steering.settle();
        assertThat(state(leader, id, notice)).isEqualTo("ASSESSED");
        leader.complete(id, "accountability", Map.of("measure", "CIRCULATED_CRITICISM", "reason", "经多次催办仍未报送"));
        steering.settle();
        assertThat(state(leader, id, notice)).isEqualTo("IN_EXECUTION");
        assertThat(cases(leader, notice).path(0).path("measure").asText()).isEqualTo("CIRCULATED_CRITICISM");

        // The circular is issued once, however often somebody takes it.
        JsonNode papers = leader.get("/accountability-cases/{id}/papers", id);
        assertThat(papers.findValuesAsText("kind"))
                .containsOnlyOnce("CIRCULATED_CRITICISM")
                .containsOnlyOnce("DECISION");
        String text = text(leader.download("/accountability-cases/{id}/papers/circulated-criticism", id));
        assertThat(text).contains("通报").contains("科尔沁左翼中旗");
        assertThat(leader.get("/journal/verification").path("intact").asBoolean())
                .isTrue();
        assertThat(verified(leader, id)).isTrue();
    }

    /** A unit lacks one of the five haves, mends it late, and works on only when somebody else has seen that it is mended. */
    @Test
    void aUnitThatFailsTheFiveHavesIsSuspendedUntilItHasRectified() {
        Caller leader = new Caller(http, "150400.leader");
        Caller unit = new Caller(http, "150402.u1");
        String notice = checked(leader);
        String duty = leader.get("/duties?notice={n}", notice)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        unit.post(200, "/duties/{id}/receive", Map.of(), duty);
        String task = unit.get("/tasks?subject={s}", duty)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        unit.post(200, "/tasks/{id}/complete", lacking(unit.get("/tasks/{id}", task)), task);
        unit.complete(duty, "duty", Map.of("decision", "SIGN"));
        steering.settle();
        String finding = leader.get("/findings?notice={n}", notice)
                .path("items")
                .path(0)
                .path("id")
                .asText();

        // Ordered to be mended, it stays silent: a breach, a case.
        Instant due = clock.instant().plus(Duration.ofDays(2));
        new Caller(http, one(ABOVE_UNIT, Role.LEADER))
                .complete(
                        finding,
                        "rectification",
                        Map.of(
                                "dueAt",
                                due.atZone(clock.getZone()).toOffsetDateTime().toString(),
                                "instruction",
                                "补齐指南并报送"));
        steering.advanceTo(due);
        String id = cases(leader, notice).path(0).path("id").asText();
        assertThat(state(leader, id, notice)).isEqualTo("NOTIFIED");
        unit.complete(id, "accountability", Map.of("outcome", "WAIVED"));
        Caller discipline = new Caller(http, one("150400", Role.DISCIPLINE));
        discipline.complete(id, "accountability", Map.of("severity", "SERIOUS", "harm", "NONE", "finding", "逾期未整改"));
        steering.settle();
        leader.complete(id, "accountability", Map.of("measure", "SUSPENSION", "reason", "整改前暂停资格"));
        steering.settle();
        assertThat(standings.isSuspended(UNIT)).isTrue();

        // The evidence comes in, somebody else looks, and the unit has its status again.
        unit.complete(finding, "rectification", Map.of("evidence", "指南已制定并张贴"));
        Caller orderer = new Caller(http, one(ABOVE_UNIT, Role.OFFICER));
        String naming = orderer.get("/tasks?subject={s}", finding)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        String rechecker = orderer.get("/tasks/{id}", naming)
                .path("data")
                .path("officers")
                .path(0)
                .path("value")
                .asText();
        orderer.post(200, "/tasks/{id}/complete", Map.of("rechecker", rechecker), naming);
        new Caller(http, rechecker)
                .complete(finding, "rectification", Map.of("outcome", "MENDED", "remark", "现场核实已到位"));
        assertThat(standings.isSuspended(UNIT)).isFalse();
        assertThat(leader.get("/findings?notice={n}", notice)
                        .path("items")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("CLOSED");
    }

    /** The first item of the checklist is missing, the others are there. */
    private static Map<String, Object> lacking(JsonNode task) {
        Map<String, Object> answers = new HashMap<>();
        boolean first = true;
        for (JsonNode field : task.path("form").path("components")) {
            if (field.path("type").asText().equals("radio")) {
                answers.put(field.path("key").asText(), first ? "NO" : "YES");
                first = false;
            } else if (field.path("key").asText().endsWith("Note")
                    || field.path("type").asText().equals("textarea")) {
                answers.put(field.path("key").asText(), "示例说明");
            }
        }
        return answers;
    }

    private String one(String organization, Role role) {
        return officers.withRole(organization, role).get(0).username();
    }

    private String checked(Caller leader) {
        String id = leader.postYaml(201, "/notices", """
                        number: 示例自查〔%s〕1号
                        title: 故事：五有自查
                        issuer: "150400"
                        clauses:
                          - {ref: 三, text: 各单位落实五有。}
                        obligations:
                          - code: five-haves
                            clause: 三
                            kind: SELF_CHECK
                            addressees: {codes: ["150402-U1"]}
                            dueWithin: P5D
                            checklist: five-haves
                            ladder: default
                        ladders:
                          default:
                            - {at: PT0S, action: MARK_OVERDUE}
                        """.formatted(clock.instant()))
                .path("id")
                .asText();
        leader.post(202, "/notices/{id}/issue", Map.of(), id);
        steering.settle();
        return id;
    }

    private static List<String> names(Caller caller, String id) {
        return caller.get("/tasks?subject={s}&process=accountability", id)
                .path("items")
                .findValuesAsText("name");
    }

    private static boolean verified(Caller caller, String id) {
        return caller.get("/accountability-cases/{id}/fact-file/verification", id)
                .path("intact")
                .asBoolean();
    }

    private static JsonNode cases(Caller caller, String notice) {
        return caller.get("/accountability-cases?notice={n}", notice).path("items");
    }

    private static String state(Caller caller, String id, String notice) {
        for (JsonNode one : cases(caller, notice)) {
            if (one.path("id").asText().equals(id)) {
                return one.path("state").asText();
            }
        }
        throw new AssertionError("The case is gone");
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static Instant instant(JsonNode node, String field) {
        return OffsetDateTime.parse(node.path(field).asText()).toInstant();
    }

    private String issued(Caller leader) {
        String id = leader.postYaml(201, "/notices", """
                        number: 示例问责〔%s〕1号
                        title: 故事：报送值守安排
                        issuer: "150500"
                        clauses:
                          - {ref: 一, text: 各地区当日报送值守安排。}
                        obligations:
                          - code: watch
                            clause: 一
                            kind: CONFIRM
                            addressees: {codes: ["%s"]}
                            receiptWithin: PT1H
                            dueWithin: PT3H
                            ladder: default
                        ladders:
                          default:
                            - {at: -PT1H, action: REMIND}
                            - {at: PT0S, action: MARK_OVERDUE}
                            - {at: PT15M, action: URGE}
                            - {at: PT1H, action: WRITTEN_URGE}
                            - {at: PT3H, action: CIRCULATE}
                            - {at: PT6H, action: OPEN_ACCOUNTABILITY}
                        """.formatted(clock.instant(), SILENT))
                .path("id")
                .asText();
        leader.post(202, "/notices/{id}/issue", Map.of(), id);
        steering.settle();
        return id;
    }

    /** 08:00 of the next 28 September: two days later the offices close. */
    private Instant beforeNationalDay() {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = today.withMonth(9).withDayOfMonth(28);
        return (day.isAfter(today) ? day : day.plusYears(1))
                .atTime(8, 0)
                .atZone(clock.getZone())
                .toInstant();
    }
}
