package org.sifang.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.Duty;
import org.sifang.notice.NoticeView;
import org.sifang.notice.web.NoticeHouse.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SifangTest
class DutyApiTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    NoticeHouse house;

    @BeforeEach
    void enter() {
        house = new NoticeHouse(context);
    }

    @Test
    void anItemHasTheseFieldsAndInstantsWithTheHousesOffset() throws Exception {
        NoticeView notice = house.issued();

        JsonNode found = house.get("api", "/duties?notice={id}&obligation=watch", notice.id())
                .body();

        assertThat(found.path("total").asInt()).isEqualTo(9);
        JsonNode item = found.path("items").path(0);
        assertThat(StreamSupport.stream(((Iterable<String>) item::fieldNames).spliterator(), false))
                .containsExactly(
                        "id",
                        "notice",
                        "obligation",
                        "clause",
                        "organisation",
                        "responsible",
                        "dueAt",
                        "state",
                        "timeliness",
                        "zero",
                        "rung",
                        "receivedAt",
                        "submittedAt");
        assertThat(item.path("notice").asText()).isEqualTo(notice.id().toString());
        assertThat(item.path("clause").asText()).isEqualTo("一");
        assertThat(item.path("responsible").asText()).contains("值班员");
        assertThat(item.path("dueAt").asText()).endsWith("+08:00");
        assertThat(OffsetDateTime.parse(item.path("dueAt").asText()).toInstant())
                .isEqualTo(house.duty(notice, "watch", item.path("organisation").asText())
                        .dueAt());
        assertThat(item.path("state").asText()).isEqualTo("SENT");
        assertThat(item.path("timeliness").asText()).isEqualTo("PENDING");
        for (String empty : List.of("zero", "rung", "receivedAt", "submittedAt")) {
            assertThat(item.path(empty).isNull()).as(empty).isTrue();
        }
    }

    @Test
    void theListIsNarrowedByEveryParameter() throws Exception {
        NoticeView notice = house.issued();
        String number = Objects.requireNonNull(notice.number());

        assertThat(total("api", "/duties?notice={n}", number)).isEqualTo(18);
        assertThat(total("api", "/duties?notice={n}&organisation=150502", number))
                .isEqualTo(1);
        assertThat(total("api", "/duties?notice={n}&obligation=plan", number)).isEqualTo(9);
        assertThat(total("api", "/duties?notice={n}&state=SENT&timeliness=PENDING", number))
                .isEqualTo(18);
        assertThat(total("api", "/duties?notice={n}&state=ACCEPTED", number)).isZero();
        assertThat(total("api", "/duties?notice={n}", "没有这个号")).isZero();
        JsonNode second =
                house.get("api", "/duties?notice={n}&page=1&size=10", number).body();
        assertThat(second.path("items")).hasSize(8);
        assertThat(second.path("page").asInt()).isEqualTo(1);
        assertThat(second.path("size").asInt()).isEqualTo(10);
        for (String wrong : List.of("state=DONE", "timeliness=SOON")) {
            Answer refused = house.get("api", "/duties?" + wrong);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("faults").path(0).path("message").asText())
                    .isNotBlank();
        }
    }

    @Test
    void everybodySeesTheDutiesOfHisPlaceAndLine() throws Exception {
        NoticeView notice = house.issued();

        assertThat(total("city.officer", "/duties?notice={n}", notice.id())).isEqualTo(18);
        assertThat(total("supervisor", "/duties?notice={n}", notice.id())).isEqualTo(18);
        assertThat(total("150500.health", "/duties?notice={n}", notice.id()))
                .as("the line in every county")
                .isEqualTo(9);
        assertThat(total("150502.officer", "/duties?notice={n}", notice.id()))
                .as("the county")
                .isEqualTo(2);
        assertThat(total("150502.health", "/duties?notice={n}", notice.id())).isEqualTo(1);
        assertThat(total("150502.education", "/duties?notice={n}", notice.id())).isZero();
        assertThat(total("150502.community", "/duties?notice={n}", notice.id())).isZero();
        assertThat(total("150400.officer", "/duties?notice={n}", notice.id())).isZero();

        Duty duty = house.duty(notice, "watch", "150502");
        assertThat(house.get("150502.officer", "/duties/{id}", duty.id()).status())
                .isEqualTo(200);
        for (String other :
                List.of("150521.officer", "150502.education", "150502.community", "150400.officer", "lab")) {
            assertThat(house.get(other, "/duties/{id}", duty.id()).status()).isEqualTo(404);
            assertThat(house.post(other, null, "/duties/{id}/receive", duty.id())
                            .status())
                    .isEqualTo(404);
            assertThat(house.post(other, null, "/duties/{id}/accept", duty.id()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aDutyGoesItsWayWithoutAnyBody() throws Exception {
        Duty duty = house.duty(house.issued(), "watch", "150502");

        Answer received = house.post("150502.officer", null, "/duties/{id}/receive", duty.id());
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.body().path("state").asText()).isEqualTo("RECEIVED");
        assertThat(received.body().path("receivedAt").asText()).endsWith("+08:00");

        Answer submitted = house.post("150502.officer", null, "/duties/{id}/submit", duty.id());
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.body().path("state").asText()).isEqualTo("SUBMITTED");
        assertThat(submitted.body().path("timeliness").asText()).isEqualTo("ON_TIME");

        assertThat(house.post("150502.officer", null, "/duties/{id}/accept", duty.id())
                        .status())
                .as("the addressee does not judge himself")
                .isEqualTo(403);
        Answer accepted = house.post("city.officer", null, "/duties/{id}/accept", duty.id());
        assertThat(accepted.body().path("state").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void whoAnswersForItIsSomebodyWhoWorksThere() throws Exception {
        Duty duty = house.duty(house.issued(), "watch", "150502");

        Answer refused = house.post(
                "150502.officer",
                "{\"responsible\": \"150521.officer\", \"deputy\": \"nobody\"}",
                "/duties/{id}/receive",
                duty.id());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("faults").findValuesAsText("path")).containsExactly("responsible", "deputy");
        Answer received = house.post(
                "150502.officer",
                "{\"responsible\": \"150502.leader\", \"deputy\": \"150502.officer\"}",
                "/duties/{id}/receive",
                duty.id());
        assertThat(received.body().path("responsible").asText()).contains("值班领导");
    }

    @Test
    void aStateThatDoesNotAllowTheStepIsNamedWithTheOneThatWould() throws Exception {
        Duty duty = house.duty(house.issued(), "watch", "150521");

        Answer early = house.post("150521.officer", null, "/duties/{id}/submit", duty.id());

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().path("actual").asText()).isEqualTo("SENT");
        assertThat(early.body().path("wanted").asText()).contains("RECEIVED");
        assertThat(early.body().path("detail").asText()).contains("职责", "已下达", "已签收");
    }

    @Test
    void theIssuerReturnsExtendsAndWaivesWithAReason() throws Exception {
        Duty duty = house.duty(house.issued(), "watch", "150522");
        house.post("150522.officer", null, "/duties/{id}/receive", duty.id());
        house.post("150522.officer", "{\"remark\": \"已落实\"}", "/duties/{id}/submit", duty.id());

        assertThat(house.post("city.officer", null, "/duties/{id}/return", duty.id())
                        .status())
                .isEqualTo(422);
        Answer returned = house.post("city.officer", "{\"reason\": \"内容不全\"}", "/duties/{id}/return", duty.id());
        assertThat(returned.body().path("state").asText()).isEqualTo("RETURNED");

        OffsetDateTime later = duty.dueAt().plus(Duration.ofHours(3)).atOffset(ZoneOffset.ofHours(8));
        assertThat(house.post(
                                "150522.officer",
                                "{\"dueAt\": \"" + later + "\", \"reason\": \"来不及\"}",
                                "/duties/{id}/extend",
                                duty.id())
                        .status())
                .as("only the issuer")
                .isEqualTo(403);
        Answer extended = house.post(
                "city.officer", "{\"dueAt\": \"" + later + "\", \"reason\": \"同意\"}", "/duties/{id}/extend", duty.id());
        assertThat(extended.status()).isEqualTo(200);
        assertThat(OffsetDateTime.parse(extended.body().path("dueAt").asText()).toInstant())
                .isEqualTo(later.toInstant());

        Answer waived = house.post("city.officer", "{\"reason\": \"无此类人员\"}", "/duties/{id}/waive", duty.id());
        assertThat(waived.body().path("state").asText()).isEqualTo("WAIVED");
        JsonNode sheet = house.get("150522.officer", "/duties/{id}", duty.id()).body();
        assertThat(sheet.path("reason").asText()).isEqualTo("无此类人员");
        assertThat(sheet.path("submissions").path(0).path("hash").asText()).hasSize(64);
    }

    @Test
    void aDeadlineThatCannotBeIsRefusedAtItsField() throws Exception {
        Duty duty = house.duty(house.issued(), "watch", "150523");
        for (String dueAt :
                List.of("null", "\"tomorrow\"", "\"2027-13-40T10:00+08:00\"", "\"2001-01-01T10:00+08:00\"")) {
            Answer refused = house.post(
                    "city.officer", "{\"dueAt\": " + dueAt + ", \"reason\": \"x\"}", "/duties/{id}/extend", duty.id());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("faults").findValuesAsText("path")).containsExactly("dueAt");
        }
    }

    @Test
    void theServiceAccountActsForThoseBelowItsCommand() throws Exception {
        Duty duty = house.duty(house.issued(), "plan", "150502-HEALTH");

        assertThat(house.post("api", null, "/duties/{id}/receive", duty.id()).status())
                .isEqualTo(200);
        assertThat(house.post("150400.api", null, "/duties/{id}/submit", duty.id())
                        .status())
                .isEqualTo(404);
        assertThat(house.post("api", "{\"zero\": false, \"remark\": \"附后\"}", "/duties/{id}/submit", duty.id())
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("SUBMITTED");
    }

    private int total(String username, String path, Object... parts) throws Exception {
        Answer answer = house.get(username, path, parts);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("total").asInt();
    }
}
