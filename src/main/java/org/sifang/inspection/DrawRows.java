package org.sifang.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The draws, those that were thrown away too. */
@Repository
class DrawRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DrawRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Draw draw) {
        jdbc.sql("""
                        insert into inspection_draw (id, inspection, number, seed, input, result, drawn_at, drawn_by, reason)
                        values (:id, :inspection, :number, :seed, :input::jsonb, :result::jsonb, :at, :by, :reason)""")
                .param("id", draw.id())
                .param("inspection", draw.inspection())
                .param("number", draw.number())
                .param("seed", draw.seed())
                .param("input", write(draw.input()))
                .param("result", write(draw.result()))
                .param("at", Timestamp.from(draw.drawnAt()))
                .param("by", draw.drawnBy())
                .param("reason", draw.reason())
                .update();
    }

    /** The latest first. */
    List<Draw> of(UUID inspection) {
        return jdbc.sql("select * from inspection_draw where inspection = :inspection order by number desc")
                .param("inspection", inspection)
                .query((row, number) -> read(row))
                .list();
    }

    private Draw read(ResultSet row) throws SQLException {
        return new Draw(
                row.getObject("id", UUID.class),
                row.getObject("inspection", UUID.class),
                row.getInt("number"),
                row.getString("seed"),
                parse(row.getString("input"), new TypeReference<DrawInput>() {}),
                parse(row.getString("result"), new TypeReference<List<DrawnVisit>>() {}),
                row.getTimestamp("drawn_at").toInstant(),
                row.getString("drawn_by"),
                row.getString("reason"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A draw cannot be written", impossible);
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A draw cannot be read", damaged);
        }
    }
}
