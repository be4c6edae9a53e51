package org.sifang.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.organization.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on a duty's work form, kept between the form and the hand-in; each kind's content is somebody's business. */
@Component
class DutyWork {

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final List<DutyContent> contents;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DutyWork(List<DutyContent> contents, JdbcClient jdbc, ObjectMapper json) {
        this.contents = List.copyOf(contents);
        this.jdbc = jdbc;
        this.json = json;
    }

    JsonNode form(Duty duty, JsonNode file) {
        return content(duty.kind()).form(duty, file);
    }

    /** What was prepared lies over what the kind's owner fills in. */
    Map<String, Object> open(Duty duty, Actor reader) {
        Map<String, Object> values = new LinkedHashMap<>(content(duty.kind()).open(duty, reader));
        values.putAll(values(duty.id()));
        return values;
    }

    void prepare(Duty duty, Map<String, Object> values, Actor by, Instant now) {
        content(duty.kind()).check(duty, values, by, now);
        jdbc.sql("""
                        insert into duty_work (duty, content, prepared_by, prepared_at)
                        values (:duty, :content::jsonb, :by, :at)
                        on conflict (duty) do update set content = excluded.content, prepared_by = excluded.prepared_by,
                            prepared_at = excluded.prepared_at""")
                .param("duty", duty.id())
                .param("content", write(values))
                .param("by", by.username())
                .param("at", Timestamp.from(now))
                .update();
    }

    Optional<String> preparedBy(UUID duty) {
        return jdbc.sql("select prepared_by from duty_work where duty = :duty")
                .param("duty", duty)
                .query(String.class)
                .optional();
    }

    DutyMet submit(Duty duty, Submission submission, String by, Instant now) {
        return content(duty.kind()).submit(duty, values(duty.id()), submission, by, now);
    }

    /** Handed in and sent back: what was prepared is open to be changed again. */
    void reopen(UUID duty) {
        jdbc.sql("delete from duty_work where duty = :duty").param("duty", duty).update();
    }

    /** Whoever knows the kind; what the form says is kept as it stands where nobody does. */
    private DutyContent content(ObligationKind kind) {
        return contents.stream()
                .filter(content -> content.kinds().contains(kind))
                .min(Comparator.comparing(content -> content instanceof RecordedContent))
                .orElseThrow(() -> new IllegalStateException("Nobody knows what is handed in for " + kind));
    }

    private Map<String, Object> values(UUID duty) {
        return jdbc.sql("select content from duty_work where duty = :duty")
                .param("duty", duty)
                .query(String.class)
                .optional()
                .map(this::read)
                .orElseGet(Map::of);
    }

    private String write(Map<String, Object> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Form values cannot be written", impossible);
        }
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, VALUES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Form values cannot be read", damaged);
        }
    }
}
