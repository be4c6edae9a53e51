package org.sifang.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was handed in for the kinds whose work form is the whole answer. */
@Component
public class FrozenSubmissions {

    private static final TypeReference<TreeMap<String, Object>> CONTENT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FrozenSubmissions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The latest first. */
    public List<FrozenSubmission> of(UUID duty) {
        return jdbc.sql("select * from duty_submission where duty = :duty order by number desc")
                .param("duty", duty)
                .query((row, number) -> {
                    String frozen = row.getString("content");
                    String hash = row.getString("hash");
                    return new FrozenSubmission(
                            row.getInt("number"),
                            read(frozen),
                            hash,
                            RecordedContent.hash(frozen).equals(hash),
                            row.getString("submitted_by"),
                            row.getString("signed_by"),
                            row.getTimestamp("submitted_at").toInstant());
                })
                .list();
    }

    private Map<String, Object> read(String frozen) {
        try {
            return json.readValue(frozen, CONTENT);
        } catch (JsonProcessingException damaged) {
            // Somebody changed the row; the page says so by the hash.
            return Map.of();
        }
    }
}
