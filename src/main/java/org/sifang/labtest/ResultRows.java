package org.sifang.labtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of results, which only grows. */
@Repository
class ResultRows {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    ResultRows(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void insert(Collection<RecordedResult> results) {
        if (results.isEmpty()) {
            return;
        }
        Columns.of(results)
                .uuid(RecordedResult::id)
                .uuid(RecordedResult::test)
                .number(result -> (long) result.attempt())
                .text(RecordedResult::sample)
                .uuid(RecordedResult::pool)
                .text(result -> result.result().name())
                .text(result -> result.before() == null ? null : result.before().name())
                .text(RecordedResult::reason)
                .instant(RecordedResult::testedAt)
                .text(RecordedResult::laboratory)
                .instant(RecordedResult::recordedAt)
                .text(RecordedResult::recordedBy)
                .text(result -> result.source().name())
                .execute(template, """
                        insert into lab_result (id, test, attempt, sample, pool, result, before, reason, tested_at,
                               laboratory, recorded_at, recorded_by, source)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    /** Of these tests, the earliest first. */
    List<RecordedResult> of(Collection<UUID> tests) {
        return tests.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select r.* from lab_result r where r.test = any(:tests::uuid[]) order by r.recorded_at, r.id")
                        .param("tests", LabTestRows.array(tests))
                        .query(ResultRows::read)
                        .list();
    }

    /** Of samples with these numbers, pooled ones left out. */
    List<RecordedResult> ofSamples(String laboratory, Collection<String> samples) {
        return samples.isEmpty()
                ? List.of()
                : jdbc.sql("select r.* from lab_result r where r.laboratory = :laboratory and r.pool is null"
                                + " and r.sample = any(:samples) order by r.recorded_at, r.id")
                        .param("laboratory", laboratory)
                        .param("samples", samples.toArray(String[]::new))
                        .query(ResultRows::read)
                        .list();
    }

    static RecordedResult read(ResultSet row, int number) throws SQLException {
        String before = row.getString("before");
        return new RecordedResult(
                row.getObject("id", UUID.class),
                row.getObject("test", UUID.class),
                row.getInt("attempt"),
                row.getString("sample"),
                row.getObject("pool", UUID.class),
                TestResult.valueOf(row.getString("result")),
                before == null ? null : TestResult.valueOf(before),
                row.getString("reason"),
                row.getTimestamp("tested_at").toInstant(),
                row.getString("laboratory"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                Source.valueOf(row.getString("source")));
    }
}
