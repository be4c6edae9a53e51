package org.sifang.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Sha256;
import org.sifang.person.DocumentType;
import org.sifang.person.Sex;

/**
 * What a table says, as one fixed sequence of bytes, so that it has a hash: UTF-8, one JSON value a line. The first line
 * says what is reported by whom and when; each line after it is a person, in the order of being found. A supplement
 * names the hash of its main table.
 */
record TableContent(byte[] bytes) {

    private static final String FORM = "sifang-report/1";
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<@Nullable Object>> LINE = new TypeReference<>() {};

    /**
     * The first line.
     *
     * @param main hash of the main table when this is a supplement; null otherwise
     */
    record Head(
            String number,
            UUID notice,
            String obligation,
            String organization,
            String day,
            int version,
            int supplement,
            String frozenAt,
            boolean zero,
            @Nullable String remark,
            @Nullable String main) {}

    static TableContent of(Head head, List<ReportRow> rows) {
        StringBuilder lines = new StringBuilder();
        line(
                lines,
                Arrays.asList(
                        FORM,
                        head.number(),
                        head.notice(),
                        head.obligation(),
                        head.organization(),
                        head.day(),
                        head.version(),
                        head.supplement(),
                        head.frozenAt(),
                        head.zero(),
                        head.remark(),
                        head.main(),
                        rows.size()));
        for (ReportRow row : rows) {
            line(
                    lines,
                    Arrays.asList(
                            row.person(),
                            row.documentType(),
                            row.name(),
                            row.sex(),
                            row.age(),
                            row.number(),
                            row.phone(),
                            row.address(),
                            row.categoryCode(),
                            row.category()));
        }
        return new TableContent(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder lines, List<@Nullable Object> values) {
        try {
            lines.append(JSON.writeValueAsString(values)).append('\n');
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Plain values can always be written", impossible);
        }
    }

    /** SHA-256, 64 hexadecimal digits. */
    String hash() {
        return Sha256.hex(bytes);
    }

    Stream<ReportRow> rows() {
        return new String(bytes, StandardCharsets.UTF_8).lines().skip(1).map(TableContent::row);
    }

    private static ReportRow row(String line) {
        try {
            List<@Nullable Object> values = JSON.readValue(line, LINE);
            Object sex = values.get(3);
            return new ReportRow(
                    UUID.fromString(text(values, 0)),
                    DocumentType.valueOf(text(values, 1)),
                    text(values, 2),
                    sex == null ? null : Sex.valueOf(sex.toString()),
                    (Integer) values.get(4),
                    text(values, 5),
                    text(values, 6),
                    text(values, 7),
                    text(values, 8),
                    text(values, 9));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A frozen table cannot be read");
        }
    }

    private static String text(List<@Nullable Object> values, int at) {
        return (String) Objects.requireNonNull(values.get(at));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableContent content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TableContent[" + bytes.length + " bytes]";
    }
}
