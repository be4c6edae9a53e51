package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.SifangApplication;
import org.sifang.database.OwnPostgres;
import org.sifang.isolation.SmallMeasure;
import org.sifang.kernel.Ids;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.notice.ReleaseRule;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.organization.Organizations;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.person.Sex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 100,000 people are found and their cases opened: person, case, isolation, process instance, task and journal, by the
 * job executor at its own pace, on a PostgreSQL that waits for the disk. Beside it, in the same run and on the same
 * server, Camunda as it comes: its default history, one transaction an instance, two threads, the variables that people
 * write, and nothing else — no person, no case, no task list, no journal.
 */
@Tag("bench")
@SpringBootTest(classes = SifangApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CaseOpeningBenchmark.Database.class)
class CaseOpeningBenchmark {

    private static final int PEOPLE = Integer.getInteger("cases.people", 100_000);
    private static final int OPPONENT = Math.max(1_000, PEOPLE / 20);
    private static final int WARMING_UP = Math.min(30_000, PEOPLE);
    private static final int CHUNK = 1_000;
    private static final int THREADS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final List<OwnPostgres> SERVER = new ArrayList<>();

    /** A server in earnest, with a database for each of the two. */
    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            OwnPostgres server = OwnPostgres.start(
                    Path.of("target/bench-postgres-cases"),
                    Path.of("target/postgresql"),
                    ZoneId.of("Asia/Shanghai"),
                    Map.of());
            SERVER.add(server);
            SpringApplication.getShutdownHandlers().add(server::close);
            try (var connection =
                            DriverManager.getConnection(server.url("postgres"), OwnPostgres.USER, server.password());
                    var statement = connection.createStatement()) {
                for (String name : List.of("cases", "opponent")) {
                    statement.execute("drop database if exists " + name);
                    statement.execute("create database " + name);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            TestPropertyValues.of(
                            "spring.datasource.url=" + server.url("cases"),
                            "spring.datasource.username=" + OwnPostgres.USER,
                            "spring.datasource.password=" + server.password(),
                            "sifang.demo=true",
                            "sifang.data=target/bench-data-cases",
                            "logging.level.root=warn")
                    .applyTo(context);
        }
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoticeDesk desk;

    @Autowired
    Actors actors;

    @Autowired
    Organizations organizations;

    @Autowired
    Register register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @Test
    void casesOfAnImportBesideAnInstanceATransaction() throws Exception {
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
        run("warming up", 0, WARMING_UP);
        double whole = run("found people", 500_000, PEOPLE);
        double opponent = opponent();
        say(
                "Camunda as it comes, engine alone, %,d instances: %,.0f a second; ratio %.1f",
                OPPONENT, opponent, whole / opponent);
    }

    private double run(String name, int firstNumber, int people) {
        Actor leader = actors.byUsername("city.leader");
        NoticeView notice = desk.draft(
                SmallMeasure.of(IsolationKind.HOME)
                        .days(14)
                        .test(1, 7, 14)
                        .release(ReleaseRule.DAYS_AND_NEGATIVE)
                        .followUp(7)
                        .definition(),
                leader);
        desk.issueAtOnce(notice.id(), leader);
        UUID importId = Ids.next();
        Register.Source source =
                new Register.Source(notice.id(), organizations.require("150502"), importId, "150502.officer");
        long begin = System.nanoTime();
        for (int from = 0; from < people; from += CHUNK) {
            List<Candidate> candidates = IntStream.range(from, Math.min(people, from + CHUNK))
                    .mapToObj(number -> candidate(firstNumber + number))
                    .toList();
            transaction.executeWithoutResult(status -> register.register(source, candidates, clock.instant()));
        }
        double registered = seconds(begin);
        long found = System.nanoTime();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PeopleFound(notice.id(), "150502", importId, people)));
        await(() -> allOpened(notice));
        double opened = seconds(found);
        double whole = seconds(begin);
        assertThat(count("isolation_case where", notice)).isEqualTo(people);
        assertThat(count("work_item where process = 'person-case' and", notice)).isEqualTo(people);
        assertThat(jdbc.sql("select count(*) from journal_entry where notice = :notice and action = 'case.opened'")
                        .param("notice", notice.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(people);
        say(
                "%s, %,d: registered %,.0f a second, opened %,.0f a second, both together %,.0f a second",
                name, people, people / registered, people / opened, people / whole);
        return people / whole;
    }

    private static Candidate candidate(int number) {
        return new Candidate(
                new FoundPerson(
                        new Document(DocumentType.ID_CARD, IdentityNumbers.of(number)),
                        PersonName.of("测试某某"),
                        Sex.FEMALE,
                        30,
                        PhoneNumber.of("199%08d".formatted(number)),
                        "科尔沁区示例社区1号"),
                SmallMeasure.CATEGORY);
    }

    /** Asked four times a second, so that the question costs nothing beside the answer. */
    private boolean allOpened(NoticeView notice) {
        return jdbc.sql("select not exists (select from case_waiting where notice = :notice)")
                .param("notice", notice.id())
                .query(Boolean.class)
                .single();
    }

    private int count(String table, NoticeView notice) {
        return jdbc.sql("select count(*) from " + table + " notice = :notice")
                .param("notice", notice.id())
                .query(Integer.class)
                .single();
    }

    /** Starts the same model as people do it: every fact a variable, every instance a transaction. */
    private static double opponent() throws Exception {
        OwnPostgres server = SERVER.get(SERVER.size() - 1);
        ProcessEngineConfiguration configuration =
                ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("opponent");
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(server.url("opponent"));
        configuration.setJdbcUsername(OwnPostgres.USER);
        configuration.setJdbcPassword(server.password());
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream("person-case.bpmn", Files.newInputStream(Path.of("bpmn/person-case.bpmn")))
                    .deploy();
            start(engine, 500);
            long begin = System.nanoTime();
            start(engine, OPPONENT);
            return OPPONENT / seconds(begin);
        } finally {
            engine.close();
        }
    }

    private static void start(ProcessEngine engine, int number) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> halves = new ArrayList<>();
            for (int half = 0; half < THREADS; half++) {
                halves.add(() -> {
                    for (int i = 0; i < number / THREADS; i++) {
                        engine.getRuntimeService()
                                .startProcessInstanceByKey(
                                        "person-case", Ids.next().toString(), variables());
                    }
                    return number / THREADS;
                });
            }
            for (Future<Integer> done : threads.invokeAll(halves)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Map<String, Object> variables() {
        return Map.of(
                "stage",
                "ORDER",
                "personId",
                Ids.next().toString(),
                "name",
                "测试某某",
                "category",
                SmallMeasure.CATEGORY,
                "organization",
                "150502",
                "isolationDays",
                14,
                "foundAt",
                Date.from(Instant.EPOCH),
                "selfDeclared",
                false);
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(until);
            LockSupport.parkNanos(250_000_000);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String text, Object... values) {
        System.out.printf(text + "%n", values);
    }
}
