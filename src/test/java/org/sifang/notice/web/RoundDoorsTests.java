package org.sifang.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.Duty;
import org.sifang.notice.NoticeView;
import org.sifang.notice.web.NoticeHouse.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Moving a whole round: the issuer's matter, on the page of the notice and through the API. */
@SifangTest
class RoundDoorsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    NoticeHouse house;

    @BeforeEach
    void enter() {
        house = new NoticeHouse(context);
    }

    @Test
    void theIssuerSeesItsRoundsAndMovesOneWithAllItsDuties() throws Exception {
        NoticeView notice = house.issued();
        Duty duty = house.duty(notice, "watch", "150502");
        JsonNode rounds =
                house.get("city.officer", "/notices/{id}/rounds", notice.id()).body();
        assertThat(rounds.findValuesAsText("obligation")).containsExactly("watch", "plan");
        assertThat(rounds.path(0).path("live").asInt()).isEqualTo(9);
        assertThat(rounds.path(0).path("state").asText()).isEqualTo("OPEN");
        assertThat(UUID.fromString(rounds.path(0).path("id").asText())).isEqualTo(duty.round());
        house.post(
                "150521.officer",
                null,
                "/duties/{id}/receive",
                house.duty(notice, "watch", "150521").id());
        Instant later = duty.dueAt().plus(Duration.ofHours(3));

        Answer moved = extend("city.officer", duty.round(), "\"" + local(later) + "\"", "大雪封路");

        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(moved.body().path("moved").asInt()).isEqualTo(9);
        assertThat(OffsetDateTime.parse(moved.body().path("dueAt").asText()).toInstant())
                .isEqualTo(later);
        for (String place : List.of("150502", "150521", "150581")) {
            assertThat(house.duty(notice, "watch", place).dueAt()).isEqualTo(later);
        }
        assertThat(house.duty(notice, "plan", "150502-HEALTH").dueAt()).isNotEqualTo(later);
        String task = house.get("150521.officer", "/tasks?notice={id}", notice.id())
                .body()
                .path("items")
                .path(0)
                .path("dueAt")
                .asText();
        assertThat(OffsetDateTime.parse(task).toInstant()).isEqualTo(later);
    }

    @Test
    void onlyTheIssuersOfficersAndLeadersMoveIt() throws Exception {
        NoticeView notice = house.issued();
        UUID round = house.duty(notice, "watch", "150502").round();
        String later =
                "\"" + local(house.duty(notice, "watch", "150502").dueAt().plusSeconds(3600)) + "\"";

        for (String looking : List.of("150502.officer", "150502.leader", "supervisor", "150500.health")) {
            assertThat(extend(looking, round, later, "来不及").status())
                    .as(looking)
                    .isEqualTo(403);
            assertThat(house.get(looking, "/notices/{id}/rounds", notice.id()).status())
                    .as(looking)
                    .isEqualTo(403);
            assertThat(page(looking, "/notices/" + notice.id())).doesNotContain("/rounds/");
        }
        for (String stranger : List.of("150400.officer", "150400.leader")) {
            assertThat(extend(stranger, round, later, "来不及").status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(house.get(stranger, "/notices/{id}/rounds", notice.id()).status())
                    .isEqualTo(404);
        }
        assertThat(extend("city.leader", UUID.randomUUID(), later, "来不及").status())
                .isEqualTo(404);
        assertThat(extend("city.leader", round, later, "来不及").status()).isEqualTo(200);
    }

    @Test
    void everyFaultIsSaidAtOnceAndAnEndedRoundStays() throws Exception {
        NoticeView notice = house.issued();
        Duty duty = house.duty(notice, "watch", "150502");
        assertThat(paths(extend("city.officer", duty.round(), "null", " "))).containsExactly("dueAt", "reason");
        assertThat(paths(extend("city.officer", duty.round(), "\"2001-01-01T00:00+08:00\"", "")))
                .containsExactly("dueAt", "reason");
        assertThat(paths(extend("city.officer", duty.round(), "\"+99999-01-01T00:00+08:00\"", "x")))
                .containsExactly("dueAt");
        assertThat(paths(extend(
                        "city.officer", duty.round(), "\"" + local(duty.dueAt().minusSeconds(60)) + "\"", "x")))
                .containsExactly("dueAt");
        assertThat(house.post("city.officer", null, "/rounds/{id}/extend", duty.round())
                        .status())
                .isEqualTo(422);

        house.post("city.leader", "{\"reason\": \"测试\"}", "/notices/{id}/lift", notice.id());
        Answer late =
                extend("city.officer", duty.round(), "\"" + local(duty.dueAt().plusSeconds(60)) + "\"", "x");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asText()).contains("批次").doesNotContain("ENDED");
    }

    @Test
    void thePageOffersItWithTheReasonAndKeepsWhatWasTyped() throws Exception {
        NoticeView notice = house.issued();
        Duty duty = house.duty(notice, "watch", "150502");
        String address = "/rounds/" + duty.round() + "/extend";
        assertThat(page("city.officer", "/notices/" + notice.id())).contains(address, "延长整批时限", "9 项未办结");

        MockHttpServletResponse refused = send(
                "city.officer",
                MockMvcRequestBuilders.post(address)
                        .with(csrf())
                        .param("dueAt", "2001-01-01T10:00")
                        .param("reason", "大雪封路"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("2001-01-01T10:00", "大雪封路", "新的截止时间必须");

        LocalDateTime later = LocalDateTime.ofInstant(duty.dueAt(), clock.getZone())
                .plusHours(2)
                .withSecond(0)
                .withNano(0);
        MockHttpServletResponse moved = send(
                "city.officer",
                MockMvcRequestBuilders.post(address)
                        .with(csrf())
                        .param("dueAt", later.toString())
                        .param("reason", "大雪封路"));
        assertThat(moved.getRedirectedUrl()).isEqualTo("/notices/" + notice.id());
        assertThat(house.now(duty).dueAt())
                .isEqualTo(later.atZone(clock.getZone()).toInstant());
        assertThat(send(
                                "150502.leader",
                                MockMvcRequestBuilders.post(address)
                                        .with(csrf())
                                        .param("dueAt", later.plusDays(1).toString())
                                        .param("reason", "x"))
                        .getStatus())
                .isEqualTo(403);
    }

    private Answer extend(String username, UUID round, String dueAt, String reason) throws Exception {
        return house.post(
                username, "{\"dueAt\": " + dueAt + ", \"reason\": \"" + reason + "\"}", "/rounds/{id}/extend", round);
    }

    private static List<String> paths(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("faults").findValuesAsText("path");
    }

    private static OffsetDateTime local(Instant at) {
        return at.atOffset(ZoneOffset.ofHours(8));
    }

    private String page(String username, String path) throws Exception {
        MockHttpServletResponse response = send(username, MockMvcRequestBuilders.get(path));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String username, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(username))).andReturn().getResponse();
    }
}
