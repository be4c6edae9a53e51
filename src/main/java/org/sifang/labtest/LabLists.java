package org.sifang.labtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.kernel.ItemPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What waits in some laboratories, and what was done there. The caller has chosen those its reader may see. */
@Service
public class LabLists {

    /** How far back a correction is shown among the news. */
    private static final Duration RECENT = Duration.ofDays(14);

    private static final String CORRECTED =
            "select r.test from lab_result r where r.laboratory = any(:laboratories) and r.before is not null"
                    + " and r.recorded_at > :recent";

    private final JdbcClient jdbc;
    private final Pools pools;
    private final Incoming incoming;

    LabLists(JdbcClient jdbc, Pools pools, Incoming incoming) {
        this.jdbc = jdbc;
        this.pools = pools;
        this.incoming = incoming;
    }

    /** The lists of tests a laboratory has. */
    public enum View {
        /** Results to enter. */
        WAITING("state = 'DELIVERED'", "t.result_due_at, t.id"),
        /** Samples on their way. */
        TRANSIT("state = 'SAMPLED'", "t.delivery_due_at, t.id"),
        OVERDUE(
                "(state = 'SAMPLED' and delivery_due_at <= :now or state = 'DELIVERED' and result_due_at <= :now)",
                "t.result_due_at, t.id"),
        TODAY("recorded_at >= :today", "t.recorded_at desc, t.id"),
        CORRECTED("id in (" + LabLists.CORRECTED + ")", "t.recorded_at desc, t.id");

        private final String condition;
        private final String order;

        View(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    /** How many are in each list. */
    public record Counts(
            long waiting, long transit, long overdue, long today, long corrected, long pools, long unmatched) {}

    /** @param today the beginning of the day, which decides what was done today */
    public ItemPage<LabTest> page(
            View view, Collection<String> laboratories, Instant now, Instant today, int page, int size) {
        Map<String, Object> parameters = parameters(laboratories, now, today);
        long total = count(view, parameters);
        List<LabTest> tests = jdbc.sql("select t.* from lab_test t where laboratory = any(:laboratories) and "
                        + view.condition + " order by " + view.order + " limit :limit offset :offset")
                .params(parameters)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(LabTestRows::read)
                .list();
        return new ItemPage<>(tests, total, page, size);
    }

    public Counts counts(Collection<String> laboratories, Instant now, Instant today) {
        Map<String, Object> parameters = parameters(laboratories, now, today);
        return new Counts(
                count(View.WAITING, parameters),
                count(View.TRANSIT, parameters),
                count(View.OVERDUE, parameters),
                count(View.TODAY, parameters),
                count(View.CORRECTED, parameters),
                jdbc.sql("select count(*) from lab_pool where laboratory = any(:laboratories) and state = 'OPEN'")
                        .param("laboratories", laboratories.toArray(String[]::new))
                        .query(Long.class)
                        .single(),
                incoming.countWaiting(laboratories));
    }

    /** How many results are to be entered there. */
    public long waiting(Collection<String> laboratories) {
        return count(View.WAITING, parameters(laboratories, Instant.EPOCH, Instant.EPOCH));
    }

    private long count(View view, Map<String, Object> parameters) {
        return jdbc.sql("select count(*) from lab_test where laboratory = any(:laboratories) and " + view.condition)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> parameters(Collection<String> laboratories, Instant now, Instant today) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("laboratories", laboratories.toArray(String[]::new));
        parameters.put("now", LabTestRows.timestamp(now));
        parameters.put("today", LabTestRows.timestamp(today));
        parameters.put("recent", LabTestRows.timestamp(now.minus(RECENT)));
        return parameters;
    }

    /** Open ones first, then the latest. */
    public List<Pool> pools(Collection<String> laboratories, int limit) {
        return jdbc.sql("select * from lab_pool where laboratory = any(:laboratories)"
                        + " order by state desc, created_at desc limit :limit")
                .param("laboratories", laboratories.toArray(String[]::new))
                .param("limit", limit)
                .query(Pools::read)
                .list();
    }

    /** By id. */
    public Map<UUID, Pool> pools(Collection<UUID> ids) {
        return pools.find(ids).stream().collect(Collectors.toMap(Pool::id, pool -> pool));
    }

    /** Everybody whose sample is, or was, in it. */
    public List<LabTest> members(UUID pool) {
        return jdbc.sql("select t.* from lab_test t where t.pool = :pool or t.id in"
                        + " (select r.test from lab_result r where r.pool = :pool) order by t.id")
                .param("pool", pool)
                .query(LabTestRows::read)
                .list();
    }

    /** How many samples are in each of these pools. */
    public Map<UUID, Long> sizes(Collection<UUID> ids) {
        Map<UUID, Long> sizes = new HashMap<>();
        jdbc.sql("select pool, count(*) from lab_test where pool = any(:ids::uuid[]) group by pool")
                .param("ids", LabTestRows.array(ids))
                .query(row -> {
                    sizes.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return sizes;
    }
}
