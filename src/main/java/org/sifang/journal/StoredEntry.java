package org.sifang.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as the table holds it. */
record StoredEntry(
        long sequence,
        Instant recordedAt,
        Instant occurredAt,
        String actor,
        String action,
        String subjectType,
        String subject,
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable String division,
        @Nullable String sector,
        String facts) {

    static final String COLUMNS = """
            e.sequence, e.recorded_at, e.occurred_at, e.actor, e.action, e.subject_type, e.subject, e.notice,
            e.organization, e.division, e.sector, e.facts""";

    /** Version of the form below; another form gets another number, so that old blocks can still be verified. */
    private static final int FORM = 1;

    static StoredEntry read(ResultSet row, int number) throws SQLException {
        return new StoredEntry(
                row.getLong("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject"),
                row.getObject("notice", UUID.class),
                row.getString("organization"),
                row.getString("division"),
                row.getString("sector"),
                row.getString("facts"));
    }

    /**
     * The bytes that are sealed: every column, in the order of the table, numbers big-endian, texts in UTF-8 behind
     * their length, so that no two different entries give the same bytes. They depend on nothing but the values: an
     * export into another database, or another language, comes to the same.
     */
    byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeLong(sequence);
            put(out, recordedAt);
            put(out, occurredAt);
            put(out, actor);
            put(out, action);
            put(out, subjectType);
            put(out, subject);
            put(out, notice == null ? null : notice.toString());
            put(out, organization);
            put(out, division);
            put(out, sector);
            put(out, facts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static void put(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
