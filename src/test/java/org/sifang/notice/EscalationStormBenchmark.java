package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.SifangApplication;
import org.sifang.engine.Bulk;
import org.sifang.kernel.Ids;
import org.sifang.notice.StormStage.JumpingClock;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.organization.Organizations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * 20,000 units owe an answer by 18:00 and are silent: how long until all of them have climbed a rung (state, journal,
 * message), counted from the rung's instant to the last commit, with the job executor finding the work by itself. Beside
 * it 20,000 instances with a timer each that do the same three writes, on the same engine, database and machine. Before
 * that, on the system at rest: how late single rungs are.
 */
@Tag("bench")
@SpringBootTest(
        classes = {SifangApplication.class, StormStage.Beans.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StormStage.Database.class)
class EscalationStormBenchmark {

    private static final int UNITS = Integer.getInteger("storm.units", 20_000);
    private static final int SINGLES = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JumpingClock clock;

    @Autowired
    NoticeDesk desk;

    @Autowired
    Actors actors;

    @Autowired
    Organizations organizations;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Bulk bulk;

    /** Seconds from the due instant to the first and to the last commit. */
    private record Span(double first, double last) {}

    @Test
    void aRungForTwentyThousandBesideATimerEach() {
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
        insertUnits();

        latenessOfSingleRungs();
        List<Double> rungs = climb();
        Span opponent = fireOneTimerEach();

        double slowest = rungs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double mean = rungs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        say(
                "%,d single timers: %.1f s to the first, %.1f s to the last commit, %,.0f a second",
                UNITS, opponent.first(), opponent.last(), UNITS / opponent.last());
        say(
                "ratio: %.0f times as long as the mean rung (%.1f s), %.0f times as the slowest (%.1f s)",
                opponent.last() / mean, mean, opponent.last() / slowest, slowest);
    }

    private void latenessOfSingleRungs() {
        Actor leader = actors.byUsername("city.leader");
        List<UUID> rounds = new ArrayList<>();
        Instant first = clock.instant().plusSeconds(8);
        for (int i = 0; i < SINGLES; i++) {
            NoticeDefinition one = SmallNotice.to("150502")
                    .due(first.plusMillis(i * 4_700L))
                    .climbing(SmallNotice.ladder(SmallNotice.rung("PT0S", LadderAction.MARK_OVERDUE)))
                    .definition();
            NoticeView notice = desk.draft(one, leader);
            desk.issueAtOnce(notice.id(), leader);
            rounds.add(roundOf(notice));
        }
        await(() -> rounds.stream().allMatch(round -> climbed(round) == 1));
        List<Double> late = rounds.stream()
                .map(round -> span("duty where round = '%s'".formatted(round), dueOf(round))
                        .last())
                .sorted()
                .toList();
        say(
                "lateness of %d single rungs on the system at rest: p50 %.2f s, max %.2f s",
                SINGLES, late.get(SINGLES / 2), late.get(SINGLES - 1));
    }

    private List<Double> climb() {
        Actor leader = actors.byUsername("city.leader");
        Instant due = clock.instant().plus(Duration.ofHours(9));
        NoticeView notice = desk.draft(SmallNotice.toUnitsOf("BENCH").due(due).definition(), leader);
        long begin = System.nanoTime();
        desk.issueAtOnce(notice.id(), leader);
        UUID round = roundOf(notice);
        await(() -> state(round).equals("OPEN"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(count("duty where round = '%s'".formatted(round))).isEqualTo(UNITS);
        say(
                "opening %,d duties with their instances and tasks: %.1f s, %,.0f a second",
                UNITS, seconds, UNITS / seconds);
        jdbc.sql("vacuum analyze").update();

        say("%-20s %12s %12s %12s", "rung", "first commit", "last commit", "duties/s");
        List<Double> all = new ArrayList<>();
        for (Rung rung : SmallNotice.DEFAULT_LADDER.rungs()) {
            Instant at = rung.instant(due);
            clock.jumpTo(at.minusSeconds(3));
            await(() -> climbed(round) >= rung.index());
            Span span =
                    span("duty where round = '%s' and rung = %d".formatted(round, rung.index()), clock.onTheWall(at));
            assertThat(count("duty where round = '%s' and rung = %d".formatted(round, rung.index())))
                    .isEqualTo(UNITS);
            assertThat(count("journal_entry where notice = '%s' and action = 'duty.rung.%s'"
                            .formatted(notice.id(), rung.action())))
                    .isEqualTo(UNITS);
            assertThat(count("inbox_message where key = 'duty.%s' and link like '/duties/%%'".formatted(rung.action())))
                    .isGreaterThanOrEqualTo(UNITS);
            say("%-20s %10.2f s %10.2f s %12s", rung.action(), span.first(), span.last(), perSecond(span));
            all.add(span.last());
        }
        return all;
    }

    /** By the time it worked, without the wait for its turn. */
    private static String perSecond(Span span) {
        return "%,.0f".formatted(UNITS / Math.max(0.001, span.last() - span.first()));
    }

    private Span fireOneTimerEach() {
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bench/storm-opponent.bpmn")
                .deploy();
        jdbc.sql("""
                        create table storm_duty (id uuid primary key, organization text not null, rung integer not null,
                            rung_action text, timeliness text not null)""").update();
        Instant due = clock.instant().plus(Duration.ofHours(4));
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            ids.add(Ids.next());
        }
        jdbc.sql("""
                        insert into storm_duty select id, '150500-B' || lpad(n::text, 5, '0'), 1, 'REMIND', 'PENDING'
                          from unnest(:ids::uuid[]) with ordinality as t (id, n)""")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .update();
        for (int i = 0; i < UNITS; i += 200) {
            List<UUID> some = ids.subList(i, Math.min(i + 200, UNITS));
            bulk.run(() -> some.forEach(id -> engine.getRuntimeService()
                    .startProcessInstanceByKey("storm-opponent", id.toString(), Map.of("dueAt", Date.from(due)))));
        }
        jdbc.sql("vacuum analyze").update();
        clock.jumpTo(due.minusSeconds(3));
        await(() -> count("storm_duty where rung = 2") == UNITS);
        assertThat(count("journal_entry where subject in (select id::text from storm_duty)"))
                .isEqualTo(UNITS);
        return span("storm_duty where rung = 2", clock.onTheWall(due));
    }

    private void insertUnits() {
        jdbc.sql("""
                        insert into organization (code, name, kind, level, division, parent, sector, unit_kind, changed_at)
                        select '150500-B' || lpad(n::text, 5, '0'), '示例单位' || n, 'UNIT', 'COUNTY', '150502', '150502',
                               'INDUSTRY', 'BENCH', now()
                          from generate_series(1, :units) n""").param("units", UNITS).update();
        jdbc.sql("""
                        insert into officer (username, name, organization, password, changed_at)
                        select 'bench.' || lpad(n::text, 5, '0'), '示例联络员' || n, '150500-B' || lpad(n::text, 5, '0'), '-', now()
                          from generate_series(1, :units) n""").param("units", UNITS).update();
        jdbc.sql("""
                        insert into officer_role select username, role
                          from officer, unnest(array['OFFICER', 'LEADER']) role where username like 'bench.%'""").update();
        jdbc.sql("""
                        insert into responsibility (organization, responsible)
                        select organization, username from officer where username like 'bench.%'""").update();
        // The house's copy of the organisations is some seconds old.
        await(() -> organizations.find("150500-B%05d".formatted(UNITS)).isPresent());
    }

    private Span span(String rows, Instant dueOnTheWall) {
        return jdbc.sql("select extract(epoch from min(pg_xact_commit_timestamp(xmin))) as first,"
                        + " extract(epoch from max(pg_xact_commit_timestamp(xmin))) as last from " + rows)
                .query((row, number) -> {
                    double due = dueOnTheWall.toEpochMilli() / 1e3;
                    return new Span(row.getDouble("first") - due, row.getDouble("last") - due);
                })
                .single();
    }

    private UUID roundOf(NoticeView notice) {
        return jdbc.sql("select id from round where notice = :notice")
                .param("notice", notice.id())
                .query(UUID.class)
                .single();
    }

    private Instant dueOf(UUID round) {
        return clock.onTheWall(jdbc.sql("select due_at from round where id = :id")
                .param("id", round)
                .query(Timestamp.class)
                .single()
                .toInstant());
    }

    private int climbed(UUID round) {
        return jdbc.sql("select climbed from round where id = :id")
                .param("id", round)
                .query(Integer.class)
                .single();
    }

    private String state(UUID round) {
        return jdbc.sql("select state from round where id = :id")
                .param("id", round)
                .query(String.class)
                .single();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static void await(BooleanSupplier reached) {
        org.awaitility.Awaitility.await()
                .pollInterval(Duration.ofMillis(200))
                .atMost(PATIENCE)
                .until(reached::getAsBoolean);
    }

    private static void say(String line, Object... arguments) {
        System.out.println("[storm] " + String.format(Locale.ROOT, line, arguments));
    }
}
