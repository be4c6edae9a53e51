package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sifang.engine.ClockSteering;
import org.sifang.inspection.Checklist;
import org.sifang.inspection.Checklists;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.DefinitionWriter;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.Obligation;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.PreparedCopy;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/**
 * Both seed notices, every obligation of theirs: one addressee receives it, does it on its real form, its leader signs, the
 * issuer accepts. Spoken through the API, as its officers would.
 */
@SifangTest
class SeedNoticesToTheEndTests {

    @Autowired
    Clock clock;

    @Autowired
    ClockSteering steering;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Officers officers;

    @Autowired
    Checklists checklists;

    @Test
    void everyObligationOfTongliaoIsDoneAndAccepted() {
        steering.advanceTo(clock.instant().plus(Duration.ofMinutes(1)));
        NoticeDefinition definition = definition(NoticeLibrary.TONGLIAO_2020);
        String notice = issued("city.leader", definition);
        Set<ObligationKind> done = EnumSet.noneOf(ObligationKind.class);
        for (Obligation obligation : definition.obligations()) {
            if (obligation.kind() == ObligationKind.DAILY_REPORT) {
                steering.advanceTo(LocalDate.now(clock)
                        .plusDays(1)
                        .atTime(9, 0)
                        .atZone(clock.getZone())
                        .toInstant());
            }
            done.add(throughToAcceptance(notice, obligation, "city.officer"));
        }
        assertThat(done)
                .containsExactlyInAnyOrder(
                        ObligationKind.STOCK_REPORT,
                        ObligationKind.DAILY_REPORT,
                        ObligationKind.CONFIRM,
                        ObligationKind.INSPECTION);
    }

    @Test
    void everyObligationOfChifengIsDoneAndAccepted() {
        steering.advanceTo(clock.instant().plus(Duration.ofMinutes(1)));
        NoticeDefinition definition = definition(NoticeLibrary.CHIFENG_2021);
        String notice = issued("150400.leader", definition);
        Set<ObligationKind> done = EnumSet.noneOf(ObligationKind.class);
        for (Obligation obligation : definition.obligations()) {
            done.add(throughToAcceptance(notice, obligation, "150400.officer"));
        }
        assertThat(done)
                .containsExactlyInAnyOrder(
                        ObligationKind.DOCUMENT,
                        ObligationKind.INVENTORY,
                        ObligationKind.CONFIRM,
                        ObligationKind.DRILL,
                        ObligationKind.INSPECTION,
                        ObligationKind.SELF_CHECK);
    }

    private ObligationKind throughToAcceptance(String notice, Obligation obligation, String issuer) {
        Caller judge = new Caller(http, issuer);
        JsonNode duty = duty(judge, notice, obligation);
        String id = duty.path("id").asText();
        String organization = duty.path("organisation").asText();
        Caller officer = new Caller(http, one(organization, Role.OFFICER));
        officer.post(200, "/duties/{id}/receive", Map.of(), id);
        if (obligation.kind() == ObligationKind.INSPECTION) {
            inspected(notice, organization, officer);
        } else {
            if (obligation.kind().isReport()) {
                officer.complete(id, "duty", Map.of("zero", true));
            } else {
                officer.fillIn(id, "duty", LocalDate.now(clock));
            }
            new Caller(http, one(organization, Role.LEADER)).complete(id, "duty", Map.of("decision", "SIGN"));
        }
        judge.complete(id, "duty", Map.of("decision", "ACCEPT"));
        JsonNode accepted = judge.get("/duties?notice={n}&obligation={o}&state=ACCEPTED", notice, obligation.code());
        assertThat(accepted.path("items").path(0).path("id").asText())
                .as(obligation.code())
                .isEqualTo(id);
        return obligation.kind();
    }

    /** The health commission of the city for an inspection, anybody for the rest. */
    private static JsonNode duty(Caller judge, String notice, Obligation obligation) {
        for (JsonNode one : judge.get("/duties?notice={n}&obligation={o}&size=200", notice, obligation.code())
                .path("items")) {
            if (obligation.kind() != ObligationKind.INSPECTION
                    || one.path("organisation").asText().endsWith("00-HEALTH")) {
                return one;
            }
        }
        throw new AssertionError("Nobody has " + obligation.code());
    }

    /** The draw confirmed, every visit made by its inspectors, the findings confirmed: that hands the duty in. */
    private void inspected(String notice, String organization, Caller organizer) {
        String plan = organizer
                .get("/inspections?notice={n}&organisation={o}", notice, organization)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        organizer.complete(plan, "inspection", Map.of("decision", "CONFIRM"));
        steering.settle();
        JsonNode sent = organizer.get("/inspections/{id}", plan);
        assertThat(sent.path("visits")).isNotEmpty();
        Map<String, Object> answers = checklists.require(sent.path("checklist").asText()).items().stream()
                .collect(Collectors.toMap(Checklist.Item::code, item -> Map.of("answer", "OK")));
        for (JsonNode visit : sent.path("visits")) {
            assertThat(visit.path("inspectors").size()).isGreaterThanOrEqualTo(2);
            new Caller(http, visit.path("inspectors").path(0).asText())
                    .post(
                            200,
                            "/inspections/visits/{id}/result",
                            Map.of("answers", answers, "receivedBy", "办公室主任", "finish", true),
                            visit.path("id").asText());
        }
        steering.settle();
        new Caller(http, one(organization, Role.LEADER)).complete(plan, "inspection", Map.of("decision", "CONFIRM"));
        steering.settle();
    }

    private String one(String organization, Role role) {
        return officers.withRole(organization, role).get(0).username();
    }

    private NoticeDefinition definition(String name) {
        return PreparedCopy.of(
                new NoticeLibrary(new DefinitionReader()).definition(name), clock.instant(), clock.getZone());
    }

    private String issued(String leader, NoticeDefinition definition) {
        Caller caller = new Caller(http, leader);
        String yaml = new DefinitionWriter(clock.getZone())
                .yaml(definition)
                .replaceFirst("(?m)^number: .*$", "number: 示例全程〔" + clock.instant() + "〕1号");
        String id = caller.postYaml(201, "/notices", yaml).path("id").asText();
        caller.post(202, "/notices/{id}/issue", Map.of(), id);
        steering.settle();
        return id;
    }
}
