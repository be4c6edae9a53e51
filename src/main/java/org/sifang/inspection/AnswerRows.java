package org.sifang.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found at the items of a visit, and the photos and documents kept with them. */
@Repository
class AnswerRows {

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    AnswerRows(JdbcClient client, JdbcTemplate jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /** Puts them in place of what was said of the same items. */
    void put(UUID visit, Collection<VisitAnswer> answers) {
        Columns.of(answers)
                .uuid(answer -> visit)
                .text(VisitAnswer::item)
                .text(answer -> answer.answer().name())
                .text(VisitAnswer::note)
                .text(VisitAnswer::answeredBy)
                .instant(VisitAnswer::answeredAt)
                .execute(jdbc, """
                        insert into inspection_answer (visit, item, answer, note, answered_by, answered_at)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (visit, item) do update set answer = excluded.answer, note = excluded.note,
                            answered_by = excluded.answered_by, answered_at = excluded.answered_at""");
    }

    /** By item. */
    Map<String, VisitAnswer> of(UUID visit) {
        Map<String, VisitAnswer> answers = new LinkedHashMap<>();
        client.sql("select * from inspection_answer where visit = :visit")
                .param("visit", visit)
                .query((row, number) -> new VisitAnswer(
                        row.getString("item"),
                        Answer.valueOf(row.getString("answer")),
                        row.getString("note"),
                        row.getString("answered_by"),
                        row.getTimestamp("answered_at").toInstant()))
                .list()
                .forEach(answer -> answers.put(answer.item(), answer));
        return answers;
    }

    /** How many problems each visit has. */
    Map<UUID, Integer> problems(Collection<UUID> visits) {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        client.sql("""
                        select visit, count(*) as problems from inspection_answer
                         where visit = any(:ids::uuid[]) and answer = 'PROBLEM' group by visit""")
                .param("ids", visits.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    counts.put(row.getObject("visit", UUID.class), row.getInt("problems"));
                });
        return counts;
    }

    void add(Evidence evidence, byte[] content) {
        client.sql("""
                        insert into inspection_evidence (id, visit, item, name, media_type, hash, content, added_by, added_at)
                        values (:id, :visit, :item, :name, :mediaType, :hash, :content, :by, :at)""")
                .param("id", evidence.id())
                .param("visit", evidence.visit())
                .param("item", evidence.item())
                .param("name", evidence.name())
                .param("mediaType", evidence.mediaType())
                .param("hash", evidence.hash())
                .param("content", content)
                .param("by", evidence.addedBy())
                .param("at", Timestamp.from(evidence.addedAt()))
                .update();
    }

    void remove(UUID visit, UUID evidence) {
        client.sql("delete from inspection_evidence where visit = :visit and id = :id")
                .param("visit", visit)
                .param("id", evidence)
                .update();
    }

    List<Evidence> evidence(UUID visit) {
        return client.sql("""
                        select id, visit, item, name, media_type, hash, added_by, added_at from inspection_evidence
                         where visit = :visit order by id""").param("visit", visit).query(AnswerRows::evidence).list();
    }

    Optional<byte[]> content(UUID visit, UUID evidence) {
        return client.sql("select content from inspection_evidence where visit = :visit and id = :id")
                .param("visit", visit)
                .param("id", evidence)
                .query(byte[].class)
                .optional();
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getObject("visit", UUID.class),
                row.getString("item"),
                row.getString("name"),
                row.getString("media_type"),
                row.getString("hash"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }
}
