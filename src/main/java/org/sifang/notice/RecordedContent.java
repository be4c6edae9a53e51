package org.sifang.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.sifang.kernel.Ids;
import org.sifang.kernel.Sha256;
import org.sifang.organization.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The kinds whose work form is the whole answer: what it says is frozen as it was sent, numbered and hashed (SHA-256). A
 * capability that knows more of a kind answers for it instead, and freezes through here.
 */
@Component
public class RecordedContent implements DutyContent {

    private final DutyFiles files;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RecordedContent(DutyFiles files, JdbcClient jdbc, ObjectMapper json) {
        this.files = files;
        this.jdbc = jdbc;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    @Override
    public Set<ObligationKind> kinds() {
        return EnumSet.complementOf(EnumSet.of(ObligationKind.STOCK_REPORT, ObligationKind.DAILY_REPORT));
    }

    @Override
    public Map<String, Object> open(Duty duty, Actor reader) {
        return Map.of();
    }

    /** The form's own schema has said what is needed. */
    @Override
    public void check(Duty duty, Map<String, Object> values, Actor by, Instant now) {}

    @Override
    public DutyMet submit(Duty duty, Map<String, Object> values, Submission submission, String by, Instant now) {
        Map<String, Object> content = new TreeMap<>(values);
        if (submission.remark() != null) {
            content.put("remark", submission.remark());
        }
        List<String> handedIn = files.handIn(duty.id(), duty.submissions() + 1);
        if (!handedIn.isEmpty()) {
            content.put("files", handedIn);
        }
        String frozen = write(content);
        jdbc.sql("""
                        insert into duty_submission (id, duty, number, content, hash, submitted_by, signed_by, submitted_at)
                        values (:id, :duty, :number, :content, :hash, :by, :signedBy, :at)""")
                .param("id", Ids.next())
                .param("duty", duty.id())
                .param("number", duty.submissions() + 1)
                .param("content", frozen)
                .param("hash", hash(frozen))
                .param("by", by)
                .param("signedBy", submission.signedBy())
                .param("at", Timestamp.from(now))
                .update();
        return new Recorded(duty.id(), now);
    }

    private record Recorded(UUID duty, Instant at) implements DutyMet {

        @Override
        public boolean zero() {
            return false;
        }
    }

    private String write(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Form values cannot be written", impossible);
        }
    }

    static String hash(String content) {
        return Sha256.hex(content);
    }
}
