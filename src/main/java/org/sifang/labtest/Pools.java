package org.sifang.labtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.labtest.TestRecord.Happened;
import org.sifang.organization.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pooled samples (混采). A negative pool is negative for everybody in it; of a positive one nobody knows whose sample it
 * was, so each of them is tested alone; an invalid one is taken again.
 */
@Service
public class Pools {

    private final JdbcClient jdbc;
    private final LabTestRows rows;
    private final Results results;
    private final OrderedTests ordered;
    private final Laboratories laboratories;
    private final TestRecord record;
    private final TestFlow flow;
    private final LabSettings settings;

    Pools(
            JdbcClient jdbc,
            LabTestRows rows,
            Results results,
            OrderedTests ordered,
            Laboratories laboratories,
            TestRecord record,
            TestFlow flow,
            LabSettings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.results = results;
        this.ordered = ordered;
        this.laboratories = laboratories;
        this.record = record;
        this.flow = flow;
        this.settings = settings;
    }

    /**
     * Puts samples that the laboratory has, or awaits, into one pool.
     *
     * @return id of the pool
     * @throws FaultsException with paths {@code number} and {@code tests}
     */
    @Transactional
    public UUID form(String laboratory, @Nullable String number, Collection<UUID> tests, Actor by, Instant now) {
        laboratories.requireToSpeakFor(laboratory, by);
        Said said = new Said();
        String tube = said.sample("number", number);
        List<LabTest> members = rows.lock(tests);
        if (members.size() < 2) {
            said.wrong("tests", "fault.labtest.pool.few");
        }
        if (members.size() > settings.poolSize()) {
            said.wrong("tests", "fault.labtest.pool.full", settings.poolSize());
        }
        if (members.stream()
                .anyMatch(test -> !laboratory.equals(test.laboratory())
                        || test.pool() != null
                        || test.state() != TestState.SAMPLED && test.state() != TestState.DELIVERED)) {
            said.wrong("tests", "fault.labtest.pool.members");
        }
        if (open(laboratory, tube).isPresent()) {
            said.wrong("number", "fault.labtest.sample.taken");
        }
        said.check();
        UUID pool = create(laboratory, tube, by.username(), now);
        rows.pool(members.stream().map(LabTest::id).toList(), pool);
        record.write(
                members.stream()
                        .map(test ->
                                new Happened(test, "poolFormed", Map.of("laboratory", "organization:" + laboratory)))
                        .toList(),
                by.username(),
                now);
        return pool;
    }

    /** The open pool of this number, made when there is none; somebody's sample is about to go into it. */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID join(String laboratory, String number, String by, Instant now) {
        if (!rows.lockBySample(laboratory, List.of(number)).isEmpty()) {
            throw new FaultsException(Fault.at("sample", "fault.labtest.sample.taken"));
        }
        Optional<Pool> open = open(laboratory, number);
        if (open.isEmpty()) {
            return create(laboratory, number, by, now);
        }
        UUID pool = open.get().id();
        if (rows.lockOpenOfPools(List.of(pool)).size() >= settings.poolSize()) {
            throw new FaultsException(Fault.at("sample", "fault.labtest.pool.full", settings.poolSize()));
        }
        return pool;
    }

    boolean isTaken(String laboratory, String number) {
        return open(laboratory, number).isPresent();
    }

    /**
     * What was found in a pool.
     *
     * @throws NotFoundException when he may not see it
     * @throws StateConflictException when it has a result already
     */
    @Transactional
    public void decide(UUID id, TestResult result, Instant testedAt, Actor by, Instant now) {
        Pool pool = jdbc.sql("select * from lab_pool where id = :id for update")
                .param("id", id)
                .query(Pools::read)
                .optional()
                .orElseThrow(() -> new NotFoundException("pool"));
        laboratories.requireToSpeakFor(pool.laboratory(), by);
        if (!pool.isOpen()) {
            throw new StateConflictException("pool", "DECIDED", "OPEN");
        }
        Said said = new Said();
        said.notLaterThan("testedAt", testedAt, now);
        said.check();
        List<LabTest> members = rows.lockOpenOfPools(List.of(id));
        jdbc.sql("""
                        update lab_pool set state = 'DECIDED', result = :result, tested_at = :testedAt, recorded_by = :by,
                               recorded_at = :now
                         where id = :id""")
                .param("result", result.name())
                .param("testedAt", Timestamp.from(testedAt))
                .param("by", by.username())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        if (result == TestResult.POSITIVE && members.size() > 1) {
            testAlone(members, pool, by.username(), now);
        } else {
            results.take(
                    members.stream()
                            .map(test -> new Finding(test.id(), result, testedAt, pool.laboratory()))
                            .toList(),
                    by.username(),
                    Source.POOL,
                    now);
        }
    }

    private void testAlone(List<LabTest> members, Pool pool, String by, Instant now) {
        List<UUID> ids = members.stream().map(LabTest::id).toList();
        rows.ended(ids, TestState.REPLACED, "pool", now);
        record.write(
                members.stream()
                        .map(test -> new Happened(
                                test, "poolPositive", Map.of("laboratory", "organization:" + pool.laboratory())))
                        .toList(),
                by,
                now);
        flow.replaced(ids);
        ordered.orderInstead(members, now.plus(settings.againWithin()), by, now);
    }

    /** @throws NotFoundException when there is none he may see */
    public Pool require(UUID id, Actor reader) {
        return jdbc.sql("select * from lab_pool where id = :id")
                .param("id", id)
                .query(Pools::read)
                .optional()
                .filter(pool -> laboratories
                        .find(pool.laboratory())
                        .filter(reader.scope()::covers)
                        .isPresent())
                .orElseThrow(() -> new NotFoundException("pool"));
    }

    List<Pool> find(Collection<UUID> ids) {
        return jdbc.sql("select * from lab_pool where id = any(:ids::uuid[])")
                .param("ids", LabTestRows.array(ids))
                .query(Pools::read)
                .list();
    }

    /** Open and decided ones of these numbers, the latest first. */
    List<Pool> byNumber(String laboratory, Collection<String> numbers) {
        return jdbc.sql("select * from lab_pool where laboratory = :laboratory and number = any(:numbers)"
                        + " order by created_at desc")
                .param("laboratory", laboratory)
                .param("numbers", numbers.toArray(String[]::new))
                .query(Pools::read)
                .list();
    }

    private Optional<Pool> open(String laboratory, String number) {
        return jdbc.sql("select * from lab_pool where laboratory = :laboratory and number = :number and state = 'OPEN'"
                        + " for update")
                .param("laboratory", laboratory)
                .param("number", number)
                .query(Pools::read)
                .optional();
    }

    private UUID create(String laboratory, String number, String by, Instant now) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into lab_pool (id, laboratory, number, state, created_by, created_at)
                        values (:id, :laboratory, :number, 'OPEN', :by, :now)""")
                .param("id", id)
                .param("laboratory", laboratory)
                .param("number", number)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    static Pool read(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        Timestamp testedAt = row.getTimestamp("tested_at");
        return new Pool(
                row.getObject("id", UUID.class),
                row.getString("laboratory"),
                row.getString("number"),
                row.getTimestamp("created_at").toInstant(),
                result == null ? null : TestResult.valueOf(result),
                testedAt == null ? null : testedAt.toInstant());
    }
}
