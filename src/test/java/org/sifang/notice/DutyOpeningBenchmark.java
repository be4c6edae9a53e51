package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.SifangApplication;
import org.sifang.notice.StormStage.JumpingClock;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.organization.Organizations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * How fast the duties of a large round are opened (duty, instance, task, journal, message), and where the time goes: the
 * threads of the engine are looked at every few milliseconds.
 */
@Tag("bench")
@SpringBootTest(
        classes = {SifangApplication.class, StormStage.Beans.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StormStage.Database.class)
class DutyOpeningBenchmark {

    private static final int UNITS = Integer.getInteger("opening.units", 5_000);
    private static final int TIMES = 3;

    /** Parts of the work by a word that only their stack holds; the first that fits. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("WorkProjection", "task list");
        PARTS.put("org.sifang.journal.", "journal");
        PARTS.put("org.sifang.notification.", "messages");
        PARTS.put("InnerDeadlines", "inner deadlines");
        PARTS.put("Addressing.addressees", "addressees");
        PARTS.put("Addressing.responsible", "responsible persons");
        PARTS.put("Duties.insert", "duties");
        PARTS.put("DbSqlSession.select", "engine's reading");
        PARTS.put("DbSqlSession", "engine's rows");
        PARTS.put("flushSessions", "engine's flush");
        PARTS.put("DutyProcess.sent", "engine's steps");
        PARTS.put("processCommit", "commit");
        PARTS.put("openChunk", "the rest of a chunk");
        PARTS.put("ExecuteJobsRunnable", "around a chunk");
    }

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

    @Test
    void manyDutiesAreOpened() throws InterruptedException {
        insertUnits();
        Actor leader = actors.byUsername("city.leader");
        for (int time = 1; time <= TIMES; time++) {
            NoticeView notice = desk.draft(
                    SmallNotice.toUnitsOf("OPENING")
                            .due(clock.instant().plus(Duration.ofHours(9)))
                            .definition(),
                    leader);
            Sampler sampler = new Sampler();
            sampler.start();
            Processor before = processor();
            long begin = System.nanoTime();
            desk.issueAtOnce(notice.id(), leader);
            await(() -> opened(notice.id()));
            double seconds = (System.nanoTime() - begin) / 1e9;
            sampler.end();
            Processor after = processor();
            assertThat(count("duty where notice = '%s'".formatted(notice.id()))).isEqualTo(UNITS);
            assertThat(count("work_item where notice = '%s' and task_key = 'Task_Receive'".formatted(notice.id())))
                    .isEqualTo(UNITS);
            say("opening %,d duties: %.1f s, %,.0f a second", UNITS, seconds, UNITS / seconds);
            say(
                    "  processor time a duty: %.2f ms in this JVM, %.2f ms in the database",
                    (after.here() - before.here()) * 1e3 / UNITS, (after.database() - before.database()) * 1e3 / UNITS);
            sampler.tell();
            jdbc.sql("vacuum analyze").update();
        }
    }

    /** What a loaded machine hardly changes, in seconds; the sampler's own share is in it. */
    private record Processor(double here, double database) {}

    private Processor processor() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double ticks = jdbc.sql("select pid from pg_stat_activity").query(Long.class).list().stream()
                .mapToDouble(DutyOpeningBenchmark::ticks)
                .sum();
        return new Processor(machine.getProcessCpuTime() / 1e9, ticks / 100);
    }

    /** User and system time of a process, in hundredths of a second; 0 where there is no {@code /proc}. */
    private static double ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Looks at what the engine's threads do. */
    private static final class Sampler extends Thread {

        private final Map<String, Integer> seen = new LinkedHashMap<>();
        private final AtomicBoolean on = new AtomicBoolean(true);

        Sampler() {
            setDaemon(true);
        }

        @Override
        public void run() {
            while (on.get()) {
                boolean idle = true;
                for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
                    String part = part(stack);
                    if (part != null) {
                        idle = false;
                        seen.merge(part, 1, Integer::sum);
                    }
                }
                if (idle) {
                    seen.merge("nobody works", 1, Integer::sum);
                }
                LockSupport.parkNanos(4_000_000);
            }
        }

        private static @Nullable String part(StackTraceElement[] stack) {
            StringBuilder all = new StringBuilder();
            for (StackTraceElement frame : stack) {
                all.append(frame.getClassName())
                        .append('.')
                        .append(frame.getMethodName())
                        .append('\n');
            }
            if (all.indexOf("ExecuteJobsRunnable") < 0) {
                return null;
            }
            return PARTS.entrySet().stream()
                    .filter(part -> all.indexOf(part.getKey()) >= 0)
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        void end() throws InterruptedException {
            on.set(false);
            join();
        }

        void tell() {
            int all = seen.values().stream().mapToInt(Integer::intValue).sum();
            seen.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(part -> say("  %5.1f %%  %s", 100.0 * part.getValue() / all, part.getKey()));
        }
    }

    private void insertUnits() {
        jdbc.sql("""
                        insert into organization (code, name, kind, level, division, parent, sector, unit_kind, changed_at)
                        select '150500-A' || lpad(n::text, 5, '0'), '示例单位' || n, 'UNIT', 'COUNTY', '150502', '150502',
                               'INDUSTRY', 'OPENING', now()
                          from generate_series(1, :units) n""").param("units", UNITS).update();
        jdbc.sql("""
                        insert into officer (username, name, organization, password, changed_at)
                        select 'opening.' || n, '示例联络员' || n, '150500-A' || lpad(n::text, 5, '0'), '-', now()
                          from generate_series(1, :units) n""").param("units", UNITS).update();
        jdbc.sql("""
                        insert into officer_role select username, role
                          from officer, unnest(array['OFFICER', 'LEADER']) role where username like 'opening.%'""").update();
        jdbc.sql("""
                        insert into responsibility (organization, responsible)
                        select organization, username from officer where username like 'opening.%'""").update();
        // The house's copy of the organisations is some seconds old.
        await(() -> organizations.find("150500-A%05d".formatted(UNITS)).isPresent());
    }

    private boolean opened(UUID notice) {
        return count("round where notice = '%s' and state = 'OPEN'".formatted(notice)) == 1;
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static void await(java.util.function.BooleanSupplier reached) {
        org.awaitility.Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(4))
                .until(reached::getAsBoolean);
    }

    private static void say(String line, Object... arguments) {
        System.out.println("[opening] " + String.format(Locale.ROOT, line, arguments));
    }
}
