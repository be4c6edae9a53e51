package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** Somebody who speaks to the API, as an outside system or an officer with a script would. */
final class Caller {

    private final TestRestTemplate http;

    Caller(TestRestTemplate http, String username) {
        this.http = http.withBasicAuth(username, "sifang-demo");
    }

    JsonNode get(String path, Object... values) {
        return answer(http.getForEntity("/api/v1" + path, JsonNode.class, values), 200);
    }

    byte[] download(String path, Object... values) {
        ResponseEntity<byte[]> answer = http.getForEntity("/api/v1" + path, byte[].class, values);
        assertThat(answer.getStatusCode().value()).as(path).isEqualTo(200);
        byte[] body = answer.getBody();
        assertThat(body).isNotNull();
        return body == null ? new byte[0] : body;
    }

    /** Whatever comes back, as text. */
    String text(String path) {
        return String.valueOf(http.getForEntity(path, String.class).getBody());
    }

    int status(String path, Object... values) {
        return http.getForEntity("/api/v1" + path, String.class, values)
                .getStatusCode()
                .value();
    }

    JsonNode post(int expected, String path, Object body, Object... values) {
        return answer(http.postForEntity("/api/v1" + path, body, JsonNode.class, values), expected);
    }

    JsonNode postYaml(int expected, String path, String yaml) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("application", "yaml", StandardCharsets.UTF_8));
        return answer(
                http.exchange("/api/v1" + path, HttpMethod.POST, new HttpEntity<>(yaml, headers), JsonNode.class),
                expected);
    }

    JsonNode upload(String path, String filename, byte[] content, Object... values) {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return filename;
            }
        });
        return answer(http.postForEntity("/api/v1" + path, parts, JsonNode.class, values), 202);
    }

    /** Completes the one open task of the subject that his groups have and whose form takes these values. */
    void complete(String subject, String process, Map<String, Object> values) {
        JsonNode tasks = get("/tasks?subject={s}&process={p}", subject, process);
        List<String> failures = new ArrayList<>();
        for (JsonNode task : tasks.path("items")) {
            String id = task.path("id").asText();
            if (takes(get("/tasks/{id}", id).path("form"), values)) {
                post(200, "/tasks/{id}/complete", values, id);
                return;
            }
            failures.add(task.path("name").asText());
        }
        throw new AssertionError("No task takes " + values.keySet() + "; open are " + failures);
    }

    /** The same where several tasks are open side by side: the one of this name. */
    void complete(String subject, String process, String task, Map<String, Object> values) {
        for (JsonNode open :
                get("/tasks?subject={s}&process={p}", subject, process).path("items")) {
            if (open.path("name").asText().equals(task)) {
                post(200, "/tasks/{id}/complete", values, open.path("id").asText());
                return;
            }
        }
        throw new AssertionError("No task " + task + " is open");
    }

    /** Fills the one open task of the subject in as its form asks: something plausible in each field that is needed. */
    void fillIn(String subject, String process, LocalDate today) {
        JsonNode open = get("/tasks?subject={s}&process={p}", subject, process)
                .path("items")
                .path(0);
        assertThat(open.isMissingNode()).as("no open task of " + subject).isFalse();
        JsonNode task = get("/tasks/{id}", open.path("id").asText());
        Map<String, Object> values = new HashMap<>();
        for (JsonNode field : task.path("form").path("components")) {
            if (field.path("validate").path("required").asBoolean() && !field.has("conditional")) {
                values.put(field.path("key").asText(), sample(field, task.path("data"), today));
            }
        }
        post(200, "/tasks/{id}/complete", values, open.path("id").asText());
    }

    private static Object sample(JsonNode field, JsonNode data, LocalDate today) {
        return switch (field.path("type").asText()) {
            case "number" -> Math.max(3, field.path("validate").path("min").asInt());
            case "checkbox" -> true;
            case "datetime" -> today.toString();
            case "radio", "select" ->
                (field.has("values") ? field : data)
                        .path(field.path("valuesKey").asText("values"))
                        .path(0)
                        .path("value")
                        .asText();
            default -> "示例内容";
        };
    }

    private static boolean takes(JsonNode form, Map<String, Object> values) {
        List<String> keys = new ArrayList<>();
        form.findValues("key").forEach(key -> keys.add(key.asText()));
        return keys.containsAll(values.keySet());
    }

    /** Sends a sheet for an organisation and waits until it is read; the counts it ended with. */
    Map<String, Object> imported(String notice, String organization, byte[] sheet) {
        String id = upload("/screening/imports?notice={n}&organisation={o}", "线索.xlsx", sheet, notice, organization)
                .path("id")
                .asText();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !get("/screening/imports/{id}", id)
                        .path("state")
                        .asText()
                        .equals("RUNNING"));
        Map<String, Object> counts = new HashMap<>();
        JsonNode done = get("/screening/imports/{id}", id);
        assertThat(done.path("state").asText()).as(done::toString).isEqualTo("DONE");
        for (String name : List.of("rows", "created", "updated", "unchanged", "conflicting", "rejected")) {
            counts.put(name, done.path(name).asInt());
        }
        return counts;
    }

    private static JsonNode answer(ResponseEntity<JsonNode> answer, int expected) {
        assertThat(answer.getStatusCode().value())
                .as(() -> String.valueOf(answer.getBody()))
                .isEqualTo(expected);
        JsonNode body = answer.getBody();
        return body == null ? NullNode.getInstance() : body;
    }
}
