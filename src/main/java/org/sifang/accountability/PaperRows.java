package org.sifang.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of official documents, and the numbers they get. */
@Repository
class PaperRows {

    private static final String COLUMNS =
            "select id, case_id, kind, issuer, number, title, addressee, issued_at, issued_by, hash";

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of this issuer in this year; others wait until the caller's transaction ends. */
    int next(String issuer, int year) {
        return jdbc.sql("""
                        insert into accountability_paper_number as n (issuer, year, last) values (:issuer, :year, 1)
                        on conflict (issuer, year) do update set last = n.last + 1 returning last""")
                .param("issuer", issuer)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void insert(IssuedPaper paper, int year, int serial, @Nullable UUID factFile, byte[] content) {
        jdbc.sql("""
                        insert into accountability_paper (id, case_id, kind, issuer, year, serial, number, title, addressee,
                            issued_at, issued_by, fact_file, content, hash)
                        values (:id, :case, :kind, :issuer, :year, :serial, :number, :title, :addressee, :at, :by,
                            cast(:factFile as uuid), :content, :hash)""")
                .param("id", paper.id())
                .param("case", paper.caseId())
                .param("kind", paper.kind().name())
                .param("issuer", paper.issuer())
                .param("year", year)
                .param("serial", serial)
                .param("number", paper.number())
                .param("title", paper.title())
                .param("addressee", paper.addressee())
                .param("at", Timestamp.from(paper.issuedAt()))
                .param("by", paper.issuedBy())
                .param("factFile", factFile)
                .param("content", content)
                .param("hash", paper.hash())
                .update();
    }

    Optional<IssuedPaper> find(UUID caseId, PaperKind kind) {
        return jdbc.sql(COLUMNS + " from accountability_paper where case_id = :case and kind = :kind")
                .param("case", caseId)
                .param("kind", kind.name())
                .query(PaperRows::read)
                .optional();
    }

    /** In the order in which they were issued. */
    List<IssuedPaper> of(UUID caseId) {
        return jdbc.sql(COLUMNS + " from accountability_paper where case_id = :case order by issued_at, id")
                .param("case", caseId)
                .query(PaperRows::read)
                .list();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from accountability_paper where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    private static IssuedPaper read(ResultSet row, int number) throws SQLException {
        return new IssuedPaper(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                PaperKind.valueOf(row.getString("kind")),
                row.getString("issuer"),
                row.getString("number"),
                row.getString("title"),
                row.getString("addressee"),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("issued_by"),
                row.getString("hash"));
    }
}
