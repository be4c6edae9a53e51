package org.sifang.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.NoticeView;
import org.sifang.notice.SmallNotice;
import org.sifang.organization.DemoAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The task list for other systems, on the duties of a small notice to two counties. */
@SifangTest
@NullMarked
class TasksApiTests {

    private static final String HERE = "150526";
    private static final String OTHER = "150581";
    private static final String OFFICER = HERE + ".officer";

    private final MockMvc http;
    private final ObjectMapper json;
    private final CaseFile file;

    @Autowired
    TasksApiTests(MockMvc http, ObjectMapper json, CaseFile file) {
        this.http = http;
        this.json = json;
        this.file = file;
    }

    @AfterEach
    void end() {
        file.close();
    }

    /** What was answered. */
    record Answer(int status, JsonNode body) {

        List<String> paths() {
            return body.path("faults").findValuesAsText("path");
        }
    }

    @Test
    void anItemHasTheseFields() throws Exception {
        NoticeView notice = issued();
        JsonNode page = get(OFFICER, "/tasks?notice={id}", notice.id()).body();

        assertThat(page.path("total").asInt()).isEqualTo(1);
        JsonNode item = page.path("items").path(0);
        assertThat(StreamSupport.stream(((Iterable<String>) item::fieldNames).spliterator(), false))
                .containsExactly("id", "name", "process", "subject", "organisation", "dueAt", "assignee");
        assertThat(item.path("name").asText()).isEqualTo("签收职责");
        assertThat(item.path("process").asText()).isEqualTo("duty");
        assertThat(item.path("subject").asText())
                .isEqualTo(file.duty(notice, HERE).id().toString());
        assertThat(item.path("organisation").asText()).isEqualTo(HERE);
        assertThat(item.path("dueAt").asText()).endsWith("+08:00");
        assertThat(item.path("assignee").asText()).isEqualTo(OFFICER);
    }

    @Test
    void theListIsNarrowedAndCutToTheCallersScope() throws Exception {
        NoticeView notice = issued();
        Duty duty = file.duty(notice, OTHER);

        assertThat(total("api", "/tasks?notice={id}", notice.id())).isEqualTo(2);
        assertThat(total("supervisor", "/tasks?notice={id}", notice.id())).isEqualTo(2);
        assertThat(total("api", "/tasks?notice={id}&organisation={o}", notice.id(), HERE))
                .isEqualTo(1);
        assertThat(total("api", "/tasks?subject={id}", duty.id())).isEqualTo(1);
        assertThat(total("api", "/tasks?notice={id}&process=duty", notice.id())).isEqualTo(2);
        assertThat(total("api", "/tasks?notice={id}&process=round", notice.id()))
                .isZero();
        JsonNode second =
                get("api", "/tasks?notice={id}&page=1&size=1", notice.id()).body();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("total").asInt()).isEqualTo(2);
        assertThat(total(OFFICER, "/tasks?subject={id}", duty.id())).isZero();
        assertThat(total("150400.officer", "/tasks?notice={id}", notice.id())).isZero();
        assertThat(total("150502.health", "/tasks?notice={id}", notice.id())).isZero();
        assertThat(get("api", "/tasks?notice=nonsense").status()).isEqualTo(400);
    }

    @Test
    void aTaskComesWithItsFormAndWhatItOpensWith() throws Exception {
        JsonNode task = get(OFFICER, "/tasks/{id}", task(issued())).body();

        assertThat(task.path("name").asText()).isEqualTo("签收职责");
        assertThat(task.path("form").path("id").asText()).isEqualTo("receive-duty");
        assertThat(task.path("form").path("components")).isNotEmpty();
        assertThat(task.path("data").path("responsible").asText()).isEqualTo(OFFICER);
        assertThat(task.path("data").path("officers")).isNotEmpty();
    }

    @Test
    void anotherCountyFindsNoneAndNobodyNothing() throws Exception {
        String task = task(issued());
        for (String stranger : List.of(OTHER + ".officer", "150502.health", "150400.officer", "lab")) {
            assertThat(get(stranger, "/tasks/{id}", task).status()).as(stranger).isEqualTo(404);
            assertThat(post(stranger, null, "/tasks/{id}/claim", task).status()).isEqualTo(404);
            assertThat(post(stranger, "{}", "/tasks/{id}/complete", task).status())
                    .isEqualTo(404);
        }
        for (MockHttpServletRequestBuilder call : List.of(
                MockMvcRequestBuilders.get("/api/v1/tasks"),
                MockMvcRequestBuilders.get("/api/v1/tasks/{id}", task),
                MockMvcRequestBuilders.post("/api/v1/tasks/{id}/claim", task),
                MockMvcRequestBuilders.post("/api/v1/tasks/{id}/complete", task))) {
            assertThat(answer(call).status()).isEqualTo(401);
        }
    }

    @Test
    void whoOnlyLooksOnMayNeitherTakeNorCompleteIt() throws Exception {
        String task = task(issued());
        assertThat(get("supervisor", "/tasks/{id}", task).status()).isEqualTo(200);
        assertThat(post("supervisor", null, "/tasks/{id}/claim", task).status()).isEqualTo(403);
        assertThat(post("supervisor", "{}", "/tasks/{id}/complete", task).status())
                .isEqualTo(403);
    }

    @Test
    void aTaskIsTakenOverAndThenCompleted() throws Exception {
        NoticeView notice = issued();
        String receipt = task(notice);
        Answer claimed = post("api", null, "/tasks/{id}/claim", receipt);
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.body().path("assignee").asText()).isEqualTo("api");

        Answer received = post(OFFICER, "{\"responsible\": \"" + OFFICER + "\"}", "/tasks/{id}/complete", receipt);
        assertThat(received.status()).as(received.body().toString()).isEqualTo(200);
        assertThat(file.duty(notice, HERE).receivedBy()).isEqualTo(OFFICER);

        Answer again = post(OFFICER, "{}", "/tasks/{id}/complete", receipt);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("actual").asText()).isEqualTo("DONE");
        assertThat(again.body().path("wanted").asText()).isEqualTo("OPEN");
        assertThat(post(OFFICER, null, "/tasks/{id}/claim", receipt).status()).isEqualTo(409);
    }

    @Test
    void everyFaultOfTheFormIsSaidAtOnceAtItsField() throws Exception {
        String work = work(issued());

        Answer refused = post(OFFICER, "{\"doneText\": 7}", "/tasks/{id}/complete", work);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.paths()).containsExactly("doneText", "confirmed");
        assertThat(refused.body().path("faults").path(1).path("message").asText())
                .contains("必须填写");
        assertThat(post(OFFICER, null, "/tasks/{id}/complete", work).paths()).containsExactly("doneText", "confirmed");
        assertThat(post(OFFICER, "[]", "/tasks/{id}/complete", work).status()).isEqualTo(400);
        assertThat(get(OFFICER, "/tasks/{id}", work).status()).isEqualTo(200);
    }

    @Test
    void theResponsiblePersonNamedAtTheReceiptMayDoTheWorkWhateverHisRole() throws Exception {
        NoticeView notice = issued();
        String leader = HERE + ".leader";
        post(
                OFFICER,
                "{\"responsible\": \"" + leader + "\", \"deputy\": \"" + OFFICER + "\"}",
                "/tasks/{id}/complete",
                task(notice));
        String work = task(notice);
        assertThat(get(leader, "/tasks/{id}", work).body().path("assignee").asText())
                .isEqualTo(leader);
        Answer done = post(leader, "{\"doneText\": \"已落实\", \"confirmed\": true}", "/tasks/{id}/complete", work);
        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
    }

    @Test
    void aDraftIsKeptForTheGroupAndGoesWithTheTask() throws Exception {
        NoticeView notice = issued();
        String work = work(notice);
        assertThat(draft(OTHER + ".officer", work)).isEqualTo(404);
        assertThat(draft("supervisor", work)).isEqualTo(403);
        assertThat(draft(OFFICER, work, "长".repeat(200_000))).isEqualTo(422);
        assertThat(draft(OFFICER, work)).isEqualTo(200);

        assertThat(get(OFFICER, "/tasks/{id}", work)
                        .body()
                        .path("data")
                        .path("doneText")
                        .asText())
                .isEqualTo("写到一半");
        assertThat(get("supervisor", "/tasks/{id}", work).body().path("data").has("doneText"))
                .as("a draft is nobody else's business")
                .isFalse();

        post(OFFICER, "{\"doneText\": \"已落实\", \"confirmed\": true}", "/tasks/{id}/complete", work);
        assertThat(file.drafts(work)).isZero();
        assertThat(draft(OFFICER, work)).isEqualTo(409);
    }

    private NoticeView issued() {
        return file.issue(SmallNotice.to(HERE, OTHER).due(file.now().plus(Duration.ofHours(6))));
    }

    /** The open task of the duty here. */
    private String task(NoticeView notice) throws Exception {
        return get("api", "/tasks?subject={id}", file.duty(notice, HERE).id())
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    /** The task after the receipt. */
    private String work(NoticeView notice) throws Exception {
        post(OFFICER, "{\"responsible\": \"" + OFFICER + "\"}", "/tasks/{id}/complete", task(notice));
        return task(notice);
    }

    private int draft(String username, String task) throws Exception {
        return draft(username, task, "写到一半");
    }

    private int draft(String username, String task, String text) throws Exception {
        return answer(MockMvcRequestBuilders.post("/tasks/{id}/draft", task)
                        .with(user(username))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .content("{\"doneText\": \"" + text + "\"}"))
                .status();
    }

    private long total(String username, String path, Object... parts) throws Exception {
        Answer answer = get(username, path, parts);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("total").asLong();
    }

    private Answer get(String username, String path, Object... parts) throws Exception {
        return answer(
                MockMvcRequestBuilders.get("/api/v1" + path, parts).with(httpBasic(username, DemoAccounts.PASSWORD)));
    }

    private Answer post(String username, @Nullable String body, String path, Object... parts) throws Exception {
        MockHttpServletRequestBuilder call =
                MockMvcRequestBuilders.post("/api/v1" + path, parts).with(httpBasic(username, DemoAccounts.PASSWORD));
        return answer(
                body == null
                        ? call
                        : call.contentType(MediaType.APPLICATION_JSON).content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer answer(MockHttpServletRequestBuilder call) throws Exception {
        MockHttpServletResponse response = http.perform(call).andReturn().getResponse();
        String content = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(
                response.getStatus(),
                content.startsWith("{") || content.startsWith("[") ? json.readTree(content) : json.nullNode());
    }
}
