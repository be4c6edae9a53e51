package org.sifang.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.Duty;
import org.sifang.notice.web.NoticeHouse.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The deadlines of the levels below an addressee, as other systems keep them. */
@SifangTest
class InnerDeadlineApiTests {

    private static final String COMMUNITY = "150502901001";
    private static final String NOBODY = "{\"organisation\": \"150502901001\", \"people\": 0}";

    @Autowired
    ApplicationContext context;

    NoticeHouse house;

    @BeforeEach
    void enter() {
        house = new NoticeHouse(context);
    }

    @Test
    void aCommunityFindsWhatItHasToConfirmAndConfirms() throws Exception {
        Duty duty = duty();
        JsonNode own = house.get("150502.community", "/inner-deadlines").body();
        assertThat(own.findValuesAsText("duty")).contains(duty.id().toString());
        assertThat(own.findValuesAsText("organisation")).containsOnly(COMMUNITY);

        Answer done = confirm("150502.community", duty.id(), "{\"people\": 3, \"remark\": \"走访完毕\"}");

        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        assertThat(done.body().path("organisation").asText()).isEqualTo(COMMUNITY);
        assertThat(done.body().path("people").asInt()).isEqualTo(3);
        assertThat(done.body().path("timeliness").asText()).isEqualTo("ON_TIME");
        assertThat(done.body().path("confirmedAt").asText()).endsWith("+08:00");
        assertThat(house.get("150502.community", "/inner-deadlines").body().findValuesAsText("duty"))
                .doesNotContain(duty.id().toString());
        JsonNode below = house.get("150502.officer", "/duties/{id}/inner-deadlines", duty.id())
                .body();
        assertThat(below.size()).isGreaterThan(1);
        assertThat(below.findValuesAsText("remark")).contains("走访完毕");
    }

    @Test
    void whatIsConfirmedOrNoLongerOwedIsAConflict() throws Exception {
        Duty duty = duty();
        assertThat(confirm("150502.community", duty.id(), NOBODY).status()).isEqualTo(200);
        Answer again = confirm("150502.community", duty.id(), NOBODY);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("detail").asText()).contains("内部时限", "已确认");

        Duty waived = duty();
        house.post("city.officer", "{\"reason\": \"无此类人员\"}", "/duties/{id}/waive", waived.id());
        Answer late = confirm("150502.community", waived.id(), NOBODY);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("actual").asText()).isEqualTo("WAIVED");
    }

    @Test
    void whoOnlySeesItMayNotConfirmAndStrangersFindNothing() throws Exception {
        Duty duty = duty();
        for (String looking : List.of("150502.officer", "150502.leader", "city.officer", "supervisor")) {
            assertThat(confirm(looking, duty.id(), NOBODY).status()).as(looking).isEqualTo(403);
        }
        for (String stranger : List.of("150521.officer", "150400.officer", "150502.education", "lab")) {
            assertThat(confirm(stranger, duty.id(), NOBODY).status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(house.get(stranger, "/duties/{id}/inner-deadlines", duty.id())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(confirm("150502.community", duty.id(), "{\"organisation\": \"150502\", \"people\": 0}")
                        .status())
                .as("the addressee has no inner deadline")
                .isEqualTo(404);
        assertThat(confirm("150502.community", UUID.randomUUID(), NOBODY).status())
                .isEqualTo(404);
        assertThat(confirm("150400.api", duty.id(), NOBODY).status()).isEqualTo(404);
        assertThat(confirm("api", duty.id(), NOBODY).status())
                .as("the service account of the command above it")
                .isEqualTo(200);
    }

    @Test
    void everyFaultIsSaidAtOnce() throws Exception {
        Duty duty = duty();
        for (String body : List.of(
                "{\"remark\": \"" + "长".repeat(501) + "\"}",
                "{\"people\": -1, \"remark\": \"" + "长".repeat(501) + "\"}")) {
            Answer refused = confirm("150502.community", duty.id(), body);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("faults").findValuesAsText("path")).containsExactly("people", "remark");
        }
        assertThat(house.post("150502.community", null, "/duties/{id}/inner-confirmations", duty.id())
                        .status())
                .isEqualTo(422);
        assertThat(confirm("150502.community", duty.id(), "{\"people\": \"几个\"}")
                        .status())
                .isEqualTo(400);
    }

    private Duty duty() throws Exception {
        return house.duty(house.issued(), "watch", "150502");
    }

    private Answer confirm(String username, UUID duty, String body) throws Exception {
        return house.post(username, body, "/duties/{id}/inner-confirmations", duty);
    }
}
