package org.sifang.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.kernel.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What organisations said of themselves, item by item. */
@Service
public class CheckAnswers implements CheckGaps {

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    CheckAnswers(JdbcClient client, JdbcTemplate jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    void keep(List<CheckAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        Columns.of(answers)
                .uuid(CheckAnswer::duty)
                .number(one -> (long) one.number())
                .uuid(CheckAnswer::notice)
                .text(CheckAnswer::organization)
                .text(CheckAnswer::checklist)
                .text(CheckAnswer::item)
                .number(one -> (long) one.position())
                .text(CheckAnswer::itemText)
                .text(one -> one.severity().name())
                .text(one -> one.answer().name())
                .text(one -> one.amount() == null ? null : one.amount().toPlainString())
                .text(CheckAnswer::unit)
                .number(one -> one.minimum() == null ? null : one.minimum().longValue())
                .text(CheckAnswer::note)
                .text(CheckAnswer::answeredBy)
                .instant(CheckAnswer::answeredAt)
                .execute(jdbc, """
                        insert into check_answer (duty, number, notice, organization, checklist, item, position,
                                                  item_text, severity, answer, amount, unit, minimum, note, answered_by,
                                                  answered_at)
                        select n.duty, n.number, n.notice, n.organization, n.checklist, n.item, n.position, n.item_text,
                               n.severity, n.answer, n.amount::numeric, n.unit, n.minimum, n.note, n.by, n.at
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                               as n (duty, number, notice, organization, checklist, item, position, item_text, severity,
                                     answer, amount, unit, minimum, note, by, at)""");
    }

    /** What it said last about each item it was ever asked, by checklist and in the checklist's order. */
    public List<CheckAnswer> latest(String organization) {
        return client.sql("""
                        select * from (
                            select distinct on (checklist, item) * from check_answer where organization = :organization
                             order by checklist, item, answered_at desc, duty desc, number desc) a
                         order by checklist, position""")
                .param("organization", organization)
                .query((row, number) -> read(row))
                .list();
    }

    /** What was handed in for a duty, the latest submission only. */
    public List<CheckAnswer> of(UUID duty) {
        return client.sql("""
                        select * from check_answer
                         where duty = :duty and number = (select max(number) from check_answer where duty = :duty)
                         order by position""")
                .param("duty", duty)
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * How often an organisation called in order what somebody then found wrong.
     *
     * @param since older findings do not count
     * @return by organisation; one without a gap is missing
     */
    @Override
    public Map<String, Integer> of(Collection<String> organizations, Instant since) {
        Map<String, Integer> gaps = new HashMap<>();
        client.sql("""
                        select f.organization, count(distinct (f.checklist, f.item)) as number
                          from finding f
                          join lateral (
                               select a.answer from check_answer a
                                where a.organization = f.organization and a.checklist = f.checklist and a.item = f.item
                                  and a.answered_at <= f.found_at
                                order by a.answered_at desc, a.duty desc, a.number desc limit 1) said on said.answer = 'YES'
                         where f.organization = any(:codes) and f.found_at > :since
                           and f.source in ('INSPECTION', 'HAND')
                         group by f.organization""")
                .param("codes", organizations.toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .query(row -> {
                    gaps.put(row.getString("organization"), row.getInt("number"));
                });
        return gaps;
    }

    private static CheckAnswer read(ResultSet row) throws SQLException {
        return new CheckAnswer(
                row.getObject("duty", UUID.class),
                row.getInt("number"),
                row.getObject("notice", UUID.class),
                row.getString("organization"),
                row.getString("checklist"),
                row.getString("item"),
                row.getInt("position"),
                row.getString("item_text"),
                Severity.valueOf(row.getString("severity")),
                SelfAnswer.valueOf(row.getString("answer")),
                row.getBigDecimal("amount"),
                row.getString("unit"),
                row.getObject("minimum", Integer.class),
                row.getString("note"),
                row.getString("answered_by"),
                row.getTimestamp("answered_at").toInstant());
    }
}
