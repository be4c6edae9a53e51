package org.sifang.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.notice.NoticeView;
import org.sifang.notice.web.NoticeHouse.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@SifangTest
class NoticeApiTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    NoticeHouse house;

    @BeforeEach
    void enter() {
        house = new NoticeHouse(context);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "text/yaml",
                "text/plain",
                "text/plain;charset=UTF-8",
                "application/octet-stream"
            })
    void aDefinitionInYamlBecomesADraft(String type) throws Exception {
        String number = NoticeHouse.number();

        Answer answer = house.draft("api", type, NoticeHouse.yaml(number));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(fields(answer.body())).containsExactly("id", "number", "state", "duties");
        assertThat(answer.body().path("number").asText()).isEqualTo(number);
        assertThat(answer.body().path("state").asText()).isEqualTo("DRAFT");
        assertThat(answer.body().path("duties").asInt())
                .as("nine commands, nine health departments")
                .isEqualTo(18);
    }

    @Test
    void theSameInJsonIsTheSame() throws Exception {
        String json = """
                {"title": "关于确认的通知", "issuer": "150500", "number": "%s",
                 "clauses": [{"ref": "一", "text": "确认。"}],
                 "obligations": [{"code": "a", "clause": "一", "kind": "CONFIRM",
                                  "addressees": {"codes": ["150502"]}, "dueWithin": "PT2H"}],
                 "ladders": {"default": [{"at": "PT0S", "action": "MARK_OVERDUE"}]}}""".formatted(NoticeHouse.number());

        Answer answer = house.draft("city.officer", "application/json", json);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("duties").asInt()).isEqualTo(1);
    }

    @Test
    void everyFaultIsToldAtOnceEachWithItsPathAndASentence() throws Exception {
        String text = NoticeHouse.yaml(NoticeHouse.number())
                .replace("level: COUNTY}\n    receiptWithin", "level: VILLAGE}\n    receiptWithin")
                .replace("dueWithin: P1D", "dueWithin: soon")
                .replace("title:", "titel:");

        Answer answer = house.draft("api", "application/yaml", text);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("faults").findValuesAsText("path"))
                .contains("title", "titel", "obligations[0].addressees.level", "obligations[1].dueWithin");
        assertThat(answer.body().path("faults").findValuesAsText("message"))
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank().doesNotContain("fault."));
    }

    @Test
    void theRegisterIsAskedToo() throws Exception {
        String text = NoticeHouse.yaml(NoticeHouse.number())
                .replace("kinds: [COMMAND], level: COUNTY", "codes: ['159999']")
                .replace("title:", "supersedes: 没有这个号\ntitle:");

        Answer answer = house.draft("api", "application/yaml", text);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("faults").findValuesAsText("path"))
                .containsExactly("supersedes", "obligations[0].addressees.codes[0]");
    }

    @Test
    void onlyACommandIssues() throws Exception {
        String text = NoticeHouse.yaml(NoticeHouse.number()).replace("\"150500\"", "150500-HEALTH");

        Answer answer = house.draft("150500.health", "application/yaml", text);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("faults").findValuesAsText("code")).contains("fault.notice.issuerNoCommand");
    }

    @Test
    void nothingAndTheWrongFormatAreRefusedWithASentence() throws Exception {
        assertThat(house.draft("api", "application/yaml", "").status()).isEqualTo(422);
        assertThat(house.draft("api", "application/json", "{").status()).isEqualTo(422);
        assertThat(house.draft("api", "application/pdf", "%PDF").status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"150502.officer", "150500.health", "lab", "supervisor", "inspector", "discipline", "admin"})
    void nobodyElseDraftsForTheCity(String username) throws Exception {
        assertThat(house.draft(username, "application/yaml", NoticeHouse.yaml(NoticeHouse.number()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void strangersAreTurnedAway() throws Exception {
        for (String path : List.of("/api/v1/notices", "/api/v1/notices/x", "/api/v1/duties")) {
            mvc.perform(MockMvcRequestBuilders.get(path))
                    .andExpect(result ->
                            assertThat(result.getResponse().getStatus()).isEqualTo(401));
        }
    }

    @Test
    void aLeaderIssuesAtOnceAndTheReviewsStandAsWaivedWithHisName() throws Exception {
        NoticeView draft = house.drafted();
        assertThat(house.post("city.officer", null, "/notices/{id}/issue", draft.id())
                        .status())
                .as("an officer drafts, a leader decides")
                .isEqualTo(403);

        Answer answer = house.post("city.leader", null, "/notices/{id}/issue", draft.id());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(fields(answer.body())).containsExactly("id", "number", "state", "duties");
        assertThat(answer.body().path("state").asText()).isEqualTo("ISSUED");
        JsonNode sheet = house.get("city.officer", "/notices/{id}", draft.id()).body();
        assertThat(sheet.path("reviews").findValuesAsText("verdict")).containsExactly("WAIVED", "WAIVED");
        assertThat(sheet.path("reviews").findValuesAsText("by"))
                .allSatisfy(name -> assertThat(name).contains("值班领导"));
        assertThat(sheet.path("issuedAt").asText()).endsWith("+08:00");
        Answer again = house.post("city.leader", null, "/notices/{id}/issue", draft.id());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("detail").asText()).contains("生效中", "起草中");
    }

    @Test
    void aNoticeIsNamedByItsIdOrItsNumberAndSaysWhatWasPosted() throws Exception {
        NoticeView notice = house.issued();

        JsonNode byNumber = house.get("150502.officer", "/notices/{number}", notice.caption())
                .body();

        assertThat(byNumber.path("id").asText()).isEqualTo(notice.id().toString());
        assertThat(fields(byNumber))
                .contains(
                        "id",
                        "number",
                        "title",
                        "issuer",
                        "state",
                        "duties",
                        "clauses",
                        "obligations",
                        "ladders",
                        "reviews",
                        "counts");
        JsonNode obligation = byNumber.path("obligations").path(0);
        assertThat(obligation.path("code").asText()).isEqualTo("watch");
        assertThat(obligation.path("duties").asInt()).isEqualTo(9);
        assertThat(obligation.path("firstDue").asText()).endsWith("+08:00");
        assertThat(byNumber.path("counts").path("UNRECEIVED").asInt())
                .as("in the county's scope")
                .isEqualTo(2);
        assertThat(house.get("city.leader", "/notices/{id}", notice.id())
                        .body()
                        .path("counts")
                        .path("UNRECEIVED")
                        .asInt())
                .isEqualTo(18);
    }

    @Test
    void aDraftIsSeenInItsIssuersHouseOnlyAnIssuedOneInTheWholeArea() throws Exception {
        NoticeView draft = house.drafted();
        for (String stranger : List.of("150502.officer", "150400.officer", "150502.community", "lab")) {
            assertThat(house.get(stranger, "/notices/{id}", draft.id()).status())
                    .isEqualTo(404);
        }
        assertThat(house.get("supervisor", "/notices/{id}", draft.id()).status())
                .isEqualTo(200);

        NoticeView issued = house.issued();

        for (String reader : List.of("150502.officer", "150521.health", "150502.community", "lab")) {
            assertThat(house.get(reader, "/notices/{id}", issued.id()).status()).isEqualTo(200);
        }
        assertThat(house.get("150400.officer", "/notices/{id}", issued.id()).status())
                .as("another city")
                .isEqualTo(404);
    }

    @Test
    void theListIsPagedAndNarrowed() throws Exception {
        NoticeView notice = house.drafted();

        JsonNode found = house.get("city.officer", "/notices?text={number}&state=DRAFT&size=1", notice.caption())
                .body();

        assertThat(fields(found)).containsExactly("items", "total", "page", "size");
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("items").path(0).path("id").asText())
                .isEqualTo(notice.id().toString());
        assertThat(house.get("city.officer", "/notices?state=ISSUED&text={number}", notice.caption())
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        Answer wrong = house.get("city.officer", "/notices?state=GONE");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("faults").path(0).path("message").asText()).contains("DRAFT", "ISSUED");
    }

    @Test
    void aSuccessorReplacesItsPredecessorWhenItIsIssued() throws Exception {
        NoticeView former = house.issued();
        String text =
                NoticeHouse.yaml(NoticeHouse.number()).replace("title:", "supersedes: " + former.number() + "\ntitle:");

        Answer draft = house.draft("api", "application/yaml", text);
        assertThat(house.post("api", null, "/notices/{id}/issue", NoticeHouse.id(draft))
                        .status())
                .isEqualTo(202);

        JsonNode replaced = house.get("api", "/notices/{id}", former.id()).body();
        assertThat(replaced.path("state").asText()).isEqualTo("SUPERSEDED");
        assertThat(replaced.path("supersededBy").asText())
                .isEqualTo(NoticeHouse.id(draft).toString());
    }

    @Test
    void liftingNeedsAReasonAndALeader() throws Exception {
        NoticeView notice = house.issued();

        assertThat(house.post("city.leader", "{}", "/notices/{id}/lift", notice.id())
                        .status())
                .isEqualTo(422);
        assertThat(house.post("city.leader", null, "/notices/{id}/lift", notice.id())
                        .status())
                .isEqualTo(422);
        assertThat(house.post("city.officer", "{\"reason\": \"完成\"}", "/notices/{id}/lift", notice.id())
                        .status())
                .isEqualTo(403);
        assertThat(house.post("150400.leader", "{\"reason\": \"完成\"}", "/notices/{id}/lift", notice.id())
                        .status())
                .isEqualTo(404);
        Answer lifted = house.post("city.leader", "{\"reason\": \"任务完成\"}", "/notices/{id}/lift", notice.id());
        assertThat(lifted.status()).isEqualTo(200);
        assertThat(lifted.body().path("state").asText()).isEqualTo("LIFTED");
    }

    @Test
    void aDraftCanBeWithdrawnAndANumberIsGivenOnce() throws Exception {
        NoticeView issued = house.issued();
        Answer taken =
                house.draft("api", "application/yaml", NoticeHouse.yaml(Objects.requireNonNull(issued.number())));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body().path("faults").findValuesAsText("path")).containsExactly("number");

        NoticeView draft = house.drafted();
        Answer withdrawn = house.post("city.officer", "{\"reason\": \"重复\"}", "/notices/{id}/withdraw", draft.id());
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body().path("state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void theDescriptionOfTheApiTellsOfNoticesAndDuties() throws Exception {
        JsonNode paths = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(mvc.perform(MockMvcRequestBuilders.get("/v3/api-docs")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.httpBasic("api", "sifang-demo")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("paths");

        assertThat(fields(paths))
                .contains(
                        "/api/v1/notices",
                        "/api/v1/notices/{id}/issue",
                        "/api/v1/duties",
                        "/api/v1/duties/{id}/extend");
        assertThat(fields(paths.path("/api/v1/notices")
                        .path("post")
                        .path("requestBody")
                        .path("content")))
                .contains("application/yaml", "application/json");
    }

    private static List<String> fields(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }
}
