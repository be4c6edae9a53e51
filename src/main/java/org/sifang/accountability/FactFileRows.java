package org.sifang.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of sealed fact files: insert and read, the database refuses everything else. */
@Repository
class FactFileRows {

    private final JdbcClient jdbc;

    FactFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(FactFile file, String by) {
        jdbc.sql("""
                        insert into fact_file (id, case_id, number, breaches, content, hash, compiled_at, compiled_by)
                        values (:id, :case, :number, cast(:breaches as uuid[]), :content, :hash, :at, :by)""")
                .param("id", file.id())
                .param("case", file.caseId())
                .param("number", file.number())
                .param("breaches", file.breaches().stream().map(UUID::toString).toArray(String[]::new))
                .param("content", file.canonical())
                .param("hash", file.hash())
                .param("at", Timestamp.from(file.compiledAt()))
                .param("by", by)
                .update();
    }

    /** The latest first. */
    List<FactFile> of(UUID caseId) {
        return jdbc.sql("select * from fact_file where case_id = :case order by number desc")
                .param("case", caseId)
                .query(FactFileRows::read)
                .list();
    }

    Optional<FactFile> latest(UUID caseId) {
        return jdbc.sql("select * from fact_file where case_id = :case order by number desc limit 1")
                .param("case", caseId)
                .query(FactFileRows::read)
                .optional();
    }

    private static FactFile read(ResultSet row, int number) throws SQLException {
        return new FactFile(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("number"),
                Arrays.asList((UUID[]) row.getArray("breaches").getArray()),
                row.getString("content"),
                row.getString("hash"),
                row.getTimestamp("compiled_at").toInstant());
    }
}
