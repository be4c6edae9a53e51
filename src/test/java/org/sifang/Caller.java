package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
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

    int status(String path, Object... values) {
        return http.getForEntity("/api/v1" + path, String.class, values)
                .getStatusCode()
                .value();
    }

    JsonNode post(int expected, String path, Map<String, Object> body, Object... values) {
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

    private static JsonNode answer(ResponseEntity<JsonNode> answer, int expected) {
        assertThat(answer.getStatusCode().value())
                .as(() -> String.valueOf(answer.getBody()))
                .isEqualTo(expected);
        JsonNode body = answer.getBody();
        return body == null ? NullNode.getInstance() : body;
    }
}
