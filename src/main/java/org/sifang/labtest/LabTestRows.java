package org.sifang.labtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Columns;
import org.sifang.labtest.LabTest.Exemption;
import org.sifang.notice.Payer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tests; what is written for many costs one statement. Whoever changes a test has locked it before. */
@Repository
class LabTestRows {

    private static final String OPEN = "t.state in ('ORDERED', 'SAMPLED', 'DELIVERED')";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    LabTestRows(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Writes them down; those whose case has a test of the same step already are left out of the answer. */
    List<LabTest> insert(List<LabTest> tests) {
        if (tests.isEmpty()) {
            return List.of();
        }
        Set<UUID> created = new HashSet<>(Columns.of(tests)
                .uuid(LabTest::id)
                .uuid(LabTest::caseId)
                .uuid(LabTest::person)
                .uuid(LabTest::notice)
                .number(test -> (long) test.step())
                .uuid(LabTest::insteadOf)
                .text(test -> test.paidBy().name())
                .instant(LabTest::orderedAt)
                .instant(LabTest::from)
                .instant(LabTest::dueAt)
                .text(test -> test.exemption() == null ? null : test.exemption().reason())
                .text(test -> test.exemption() == null ? null : test.exemption().by())
                .instant(test ->
                        test.exemption() == null ? null : test.exemption().at())
                .query(template, """
                        insert into lab_test (id, person_case, person, notice, step, instead_of, state, paid_by,
                               ordered_at, from_at, due_at, exempt_reason, exempt_by, exempt_at)
                        select id, person_case, person, notice, step, instead_of, 'ORDERED', paid_by,
                               ordered_at, from_at, due_at, exempt_reason, exempt_by, exempt_at
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, person_case, person, notice,
                             step, instead_of, paid_by, ordered_at, from_at, due_at, exempt_reason, exempt_by,
                             exempt_at)
                        on conflict (person_case, step) where instead_of is null do nothing returning id""", (row, number) -> row.getObject(1, UUID.class)));
        return tests.stream().filter(test -> created.contains(test.id())).toList();
    }

    List<LabTest> find(Collection<UUID> ids) {
        return select("t.id = any(:keys::uuid[])", ids);
    }

    /** In the order of their ids, so that two writers never wait for each other. */
    List<LabTest> lock(Collection<UUID> ids) {
        return select("t.id = any(:keys::uuid[]) order by t.id for update", ids);
    }

    List<LabTest> ofCases(Collection<UUID> cases) {
        return select("t.person_case = any(:keys::uuid[]) order by t.person_case, t.step, t.ordered_at", cases);
    }

    List<LabTest> lockOpenOfCases(Collection<UUID> cases) {
        return select("t.person_case = any(:keys::uuid[]) and " + OPEN + " order by t.id for update", cases);
    }

    /** Open and ended ones, locked. */
    List<LabTest> lockOfPeople(Collection<UUID> people) {
        return select("t.person = any(:keys::uuid[]) order by t.id for update", people);
    }

    List<LabTest> lockOpenOfPools(Collection<UUID> pools) {
        return select("t.pool = any(:keys::uuid[]) and " + OPEN + " order by t.id for update", pools);
    }

    /** Those with these numbers that are in no pool, locked. */
    List<LabTest> lockBySample(String laboratory, Collection<String> samples) {
        return samples.isEmpty()
                ? List.of()
                : jdbc.sql("select t.* from lab_test t where t.laboratory = :laboratory and t.pool is null"
                                + " and t.sample = any(:samples) order by t.id for update")
                        .param("laboratory", laboratory)
                        .param("samples", samples.toArray(String[]::new))
                        .query(LabTestRows::read)
                        .list();
    }

    void sampled(LabTest test, String by) {
        jdbc.sql("""
                        update lab_test set state = 'SAMPLED', sample = :sample, laboratory = :laboratory, pool = :pool,
                               sampled_at = :sampledAt, sampled_by = :by, delivery_due_at = :deliveryDueAt,
                               result_due_at = :resultDueAt
                         where id = :id""")
                .param("sample", test.sample())
                .param("laboratory", test.laboratory())
                .param("pool", test.pool())
                .param("sampledAt", timestamp(test.sampledAt()))
                .param("by", by)
                .param("deliveryDueAt", timestamp(test.deliveryDueAt()))
                .param("resultDueAt", timestamp(test.resultDueAt()))
                .param("id", test.id())
                .update();
    }

    void exempt(UUID id, Exemption exemption) {
        jdbc.sql("update lab_test set exempt_reason = :reason, exempt_by = :by, exempt_at = :at where id = :id")
                .param("reason", exemption.reason())
                .param("by", exemption.by())
                .param("at", timestamp(exemption.at()))
                .param("id", id)
                .update();
    }

    void delivered(Collection<UUID> ids, String by, Instant at) {
        jdbc.sql("""
                        update lab_test set state = 'DELIVERED', delivered_at = :at, delivered_by = :by
                         where id = any(:ids::uuid[])""")
                .param("at", timestamp(at))
                .param("by", by)
                .param("ids", array(ids))
                .update();
    }

    void pool(Collection<UUID> ids, UUID pool) {
        jdbc.sql("update lab_test set pool = :pool where id = any(:ids::uuid[])")
                .param("pool", pool)
                .param("ids", array(ids))
                .update();
    }

    /** What a laboratory found, except for invalid samples. */
    void decided(Collection<Finding> findings, Instant now) {
        Columns.of(findings)
                .uuid(Finding::test)
                .text(finding -> finding.result().name())
                .instant(Finding::testedAt)
                .text(Finding::laboratory)
                .instant(finding -> now)
                .execute(template, """
                        update lab_test t set state = 'DECIDED', result = new.result, tested_at = new.tested_at,
                               laboratory = new.laboratory, recorded_at = new.recorded_at, ended_at = new.recorded_at
                        from unnest(?, ?, ?, ?, ?) as new (id, result, tested_at, laboratory, recorded_at)
                        where t.id = new.id""");
    }

    /** The samples told nothing: everything of them is cleared but in the list of results. */
    void again(Collection<UUID> ids, Instant dueAt) {
        jdbc.sql("""
                        update lab_test set state = 'ORDERED', attempt = attempt + 1, due_at = :dueAt, sample = null,
                               laboratory = null, pool = null, sampled_at = null, sampled_by = null,
                               delivery_due_at = null, delivered_at = null, delivered_by = null, result_due_at = null,
                               sample_overdue_at = null, result_overdue_at = null
                         where id = any(:ids::uuid[])""").param("dueAt", timestamp(dueAt)).param("ids", array(ids)).update();
    }

    void ended(Collection<UUID> ids, TestState state, String reason, Instant now) {
        jdbc.sql("""
                        update lab_test set state = :state, end_reason = :reason, ended_at = :now
                         where id = any(:ids::uuid[])""")
                .param("state", state.name())
                .param("reason", reason)
                .param("now", timestamp(now))
                .param("ids", array(ids))
                .update();
    }

    private List<LabTest> select(String condition, Collection<UUID> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("select t.* from lab_test t where " + condition)
                        .param("keys", array(keys))
                        .query(LabTestRows::read)
                        .list();
    }

    static LabTest read(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        String exemptReason = row.getString("exempt_reason");
        Instant overdueAt = instant(row, "result_overdue_at");
        return new LabTest(
                row.getObject("id", UUID.class),
                row.getObject("person_case", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("notice", UUID.class),
                row.getInt("step"),
                row.getObject("instead_of", UUID.class),
                row.getInt("attempt"),
                TestState.valueOf(row.getString("state")),
                Payer.valueOf(row.getString("paid_by")),
                row.getTimestamp("ordered_at").toInstant(),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getString("sample"),
                row.getString("laboratory"),
                row.getObject("pool", UUID.class),
                instant(row, "sampled_at"),
                instant(row, "delivery_due_at"),
                instant(row, "delivered_at"),
                instant(row, "result_due_at"),
                result == null ? null : TestResult.valueOf(result),
                instant(row, "tested_at"),
                instant(row, "recorded_at"),
                exemptReason == null
                        ? null
                        : new Exemption(
                                exemptReason,
                                row.getString("exempt_by"),
                                row.getTimestamp("exempt_at").toInstant()),
                overdueAt == null ? instant(row, "sample_overdue_at") : overdueAt,
                row.getString("end_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.toSet()).toArray(String[]::new);
    }
}
