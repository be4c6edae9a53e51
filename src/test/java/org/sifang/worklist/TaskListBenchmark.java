package org.sifang.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.Visitor;
import org.sifang.Visitor.Times;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole task list page over HTTP, signed in as a community worker who shares one group of 400, with half a million
 * open tasks in the database; the query of its first page alone; and beside it, in the same run and on the same tasks and
 * groups, the engine's own query for the first page.
 */
@Tag("bench")
@SifangTest
class TaskListBenchmark {

    private static final int TASKS = Integer.getInteger("tasks.open", 500_000);
    private static final int TIMES = Integer.getInteger("tasks.times", 1_000);
    private static final int GROUPS = 400;
    private static final int PAGE = 50;
    private static final Duration GOAL = Duration.ofMillis(50);

    private static final String COMMUNITY = "150502901001";
    private static final String WORKER = "150502.community";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkItems items;

    @Autowired
    Actors actors;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    /** Set-based, in both tables alike: the group of a task is one of 400, the worker's among them. */
    @BeforeEach
    void fill() {
        jdbc.sql("""
                        create unlogged table made as
                        select 'bench-' || n as id, gen_random_uuid() as subject,
                               case n % :groups when 0 then :community else '15059' || lpad((n % :groups)::text, 7, '0') end
                                   as organization,
                               now() + (n::bigint * 7919 % 1000000) * interval '1 second' - interval '1 day' as due_at,
                               now() - (n % 86400) * interval '1 second' as created_at
                          from generate_series(1, :tasks) n""")
                .param("groups", GROUPS)
                .param("community", COMMUNITY)
                .param("tasks", TASKS)
                .update();
        jdbc.sql("""
                        insert into work_item (id, process, instance, subject, task_key, form, name, title, detail, notice,
                               clause, organization, organization_name, division, sector, scope_key, assignee, due_at,
                               created_at)
                        select id, 'person-case', id, subject, 'Task_ServeOrder', 'serve-order', '送达告知书',
                               '关于做好青岛关联人员排查管控工作的通知', '张*', null, '三(二)', organization, '示例社区',
                               organization, null, organization || '/COMMUNITY',
                               case organization when :community then :worker end, due_at, created_at
                          from made""").param("community", COMMUNITY).param("worker", WORKER).update();
        jdbc.sql("""
                        insert into act_ru_task (id_, rev_, name_, task_def_key_, priority_, create_time_, due_date_,
                               suspension_state_)
                        select id, 1, '送达告知书', 'Task_ServeOrder', 50, created_at::timestamp, due_at::timestamp, 1
                          from made""").update();
        jdbc.sql("""
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                        select 'link-' || id, 1, organization || '/COMMUNITY', 'candidate', id from made""").update();
        jdbc.sql("drop table made").update();
        for (String table : List.of("work_item", "act_ru_task", "act_ru_identitylink")) {
            jdbc.sql("vacuum analyze " + table).update();
        }
    }

    @Test
    void theWholePageForOneCommunityAmongHalfAMillionTasks() throws Exception {
        Actor worker = actors.byUsername(WORKER);
        Visitor visitor = Visitor.signedIn(port, WORKER);
        assertThat(visitor.get("/")).contains("送达告知书", "科尔沁区第一示例社区");

        Times query =
                time(() -> items.mine(worker, WorkFilter.NONE, null).items().size());
        Times group =
                time(() -> items.group(worker, WorkFilter.NONE, null).items().size());
        Times engine = time(() -> engine(worker).size());
        Times page = visitor.time("/", 200, TIMES);
        Times groupPage = visitor.time("/?list=group", 50, TIMES);

        System.out.printf(
                "%,d open tasks, %,d of them in the reader's group%n",
                TASKS, items.counts(worker).group());
        System.out.println("the whole page over HTTP: " + page);
        System.out.printf(
                "a page costs %.1f ms of processor time in this JVM, client included; %d KB%n",
                processor(visitor), visitor.get("/").length() >> 10);
        System.out.println("the whole page of his groups over HTTP: " + groupPage);
        System.out.println("its query alone, his own tasks: " + query);
        System.out.println("its query alone, his groups: " + group);
        System.out.println("the engine's TaskQuery, his groups: " + engine);
        System.out.printf(
                "the engine's query takes %.0f times as long (p50), %.0f times (p99); the whole page %.1f times as fast as"
                        + " the engine's query alone%n",
                ratio(engine.p50(), group.p50()), ratio(engine.p99(), group.p99()), ratio(engine.p50(), page.p50()));
        assertThat(page.p99()).isLessThan(GOAL);
        assertThat(groupPage.p99()).isLessThan(GOAL);
    }

    /** What a loaded machine does not change, in milliseconds a page; the database's part is not in it. */
    private static double processor(Visitor visitor) throws Exception {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = machine.getProcessCpuTime();
        visitor.time("/", 0, 100);
        return (machine.getProcessCpuTime() - before) / 1e6 / 100;
    }

    private List<Task> engine(Actor worker) {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(worker.groups())
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .listPage(0, PAGE);
    }

    private interface Query {

        int run();
    }

    private static Times time(Query query) {
        int times = TIMES / 5;
        for (int i = 0; i < 20; i++) {
            assertThat(query.run()).isEqualTo(PAGE);
        }
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            query.run();
            taken[i] = System.nanoTime() - begun;
        }
        return Times.of(taken);
    }

    private static double ratio(Duration one, Duration other) {
        return one.toNanos() / (double) other.toNanos();
    }
}
