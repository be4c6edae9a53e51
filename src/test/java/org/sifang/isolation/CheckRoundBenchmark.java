package org.sifang.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.SifangApplication;
import org.sifang.database.OwnPostgres;
import org.sifang.kernel.Columns;
import org.sifang.kernel.Ids;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.People;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.person.SavedPerson;
import org.sifang.person.Sex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The checks of 20,000 people in isolation: opened at midnight (sealed people read for their households), answered by
 * household, marked at the cut-off with journal and messages; on a database that waits for the disk. Beside it the same
 * checks opened and marked one transaction each, as they would be with a task or a timer of everybody's own.
 */
@Tag("bench")
@SpringBootTest(classes = SifangApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CheckRoundBenchmark.Database.class)
class CheckRoundBenchmark {

    private static final int PEOPLE = Integer.getInteger("checks.people", 20_000);
    private static final int BATCH = 1_000;
    private static final int HOUSEHOLD = 4;
    private static final int SINGLES = 1_000;
    private static final int PAGES = 200;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NoticeDesk notices;

    @Autowired
    Actors actors;

    @Autowired
    People people;

    @Autowired
    CheckRounds rounds;

    @Autowired
    CheckOpening opening;

    @Autowired
    CheckCutOff cutOff;

    @Autowired
    DailyCheckDesk desk;

    @Autowired
    DailyCheckRows rows;

    @Autowired
    CheckSearch search;

    @Autowired
    Clock clock;

    @Test
    void openedAnsweredAndMarkedForTwentyThousand() {
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        Actor leader = actors.byUsername("city.leader");
        NoticeView notice = notices.draft(
                SmallMeasure.of(IsolationKind.HOME).days(14).followUp(14).definition(), leader);
        notices.issueAtOnce(notice.id(), leader);
        insertPeople(notice);

        UUID first = plan(notice, 1);
        double opened = seconds(() -> opening.openChunk(first));
        assertThat(count(first, "DUE")).isEqualTo(PEOPLE);
        say("%,d checks opened in %.1f s: %,.0f a second", PEOPLE, opened, PEOPLE / opened);

        answerHouseholds(first);
        pages(notice);

        double marked = seconds(() -> cutOff.markChunk(first));
        long missed = count(first, "MISSED");
        say("%,d missed checks marked in %.1f s: %,.0f a second", missed, marked, missed / marked);

        UUID second = plan(notice, 2);
        seconds(() -> opening.openChunk(second));
        double again = seconds(() -> cutOff.markChunk(second));
        say(
                "%,d marked, %,d of them out of reach by now, in %.1f s: %,.0f a second",
                PEOPLE, unreachable(), again, PEOPLE / again);
        oneByOne(notice, again);
    }

    private void insertPeople(NoticeView notice) {
        for (int from = 0; from < PEOPLE; from += BATCH) {
            int begin = from;
            transaction.executeWithoutResult(status -> {
                List<SavedPerson> saved = people.save(
                        IntStream.range(begin, begin + BATCH)
                                .mapToObj(CheckRoundBenchmark::person)
                                .toList(),
                        "150502",
                        clock.instant());
                List<UUID> ids = saved.stream().map(person -> Ids.next()).toList();
                List<Integer> places = IntStream.range(0, BATCH).boxed().toList();
                Columns.of(places)
                        .uuid(ids::get)
                        .uuid(place -> saved.get(place).id())
                        .uuid(place -> notice.id())
                        .execute(template, """
                                insert into person_case (id, person, notice, organization, division, category, state,
                                       found_at, carer)
                                select id, person, notice, '150502', '150502', 'T-1', 'ISOLATED', now(),
                                       '150502901001' from unnest(?, ?, ?) as new (id, person, notice)""");
                Columns.of(places).uuid(ids::get).uuid(place -> notice.id()).execute(template, """
                                insert into isolation_case (id, notice, clause, kind, days, tested, follow_up_days,
                                       rule, negatives, opened_at, began_at, until_at)
                                select id, notice, '二', 'HOME', 14, false, 14, 'DAYS', 0, now(), now(),
                                       now() + interval '14 days' from unnest(?, ?) as new (id, notice)""");
            });
        }
        jdbc.sql("analyze").update();
    }

    private static FoundPerson person(int number) {
        return new FoundPerson(
                new Document(DocumentType.ID_CARD, IdentityNumbers.of(number)),
                PersonName.of("测试某某"),
                Sex.FEMALE,
                40,
                PhoneNumber.of("199%08d".formatted(number / HOUSEHOLD)),
                "科尔沁区示例社区%d号".formatted(number));
    }

    private UUID plan(NoticeView notice, int days) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(days);
        CheckRound round = new CheckRound(
                Ids.next(),
                notice.id(),
                day,
                CheckRound.State.PLANNED,
                at(day, 0),
                at(day, 18),
                at(day, 23),
                null,
                true);
        rounds.insert(round);
        return round.id();
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(clock.getZone()).toInstant();
    }

    /** Each chunk in a transaction of its own, as the engine's jobs do. */
    private double seconds(BooleanSupplier chunk) {
        long begin = System.nanoTime();
        while (!Boolean.TRUE.equals(transaction.execute(status -> chunk.getAsBoolean()))) {
            continue;
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void answerHouseholds(UUID round) {
        Actor worker = actors.byUsername("150502.community");
        List<UUID> one = jdbc.sql("""
                        select distinct on (household) id from daily_check where round = :round
                         order by household, id limit :limit""")
                .param("round", round)
                .param("limit", SINGLES)
                .query(UUID.class)
                .list();
        long begin = System.nanoTime();
        int answered = 0;
        for (UUID id : one) {
            answered += desk.answerHousehold(id, worker, clock.instant());
        }
        double took = (System.nanoTime() - begin) / 1e9;
        say(
                "%,d households, %,d people answered one after the other in %.1f s: %.1f ms a tap",
                one.size(), answered, took, took * 1000 / one.size());
    }

    private void pages(NoticeView notice) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(1);
        CheckFilter filter = new CheckFilter(day, notice.id(), null, CheckFilter.Listing.OPEN);
        for (String username : List.of("150502.community", "city.officer")) {
            Actor reader = actors.byUsername(username);
            List<Double> took = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                long begin = System.nanoTime();
                search.tally(filter, reader);
                search.list(filter, reader, 0, 200);
                took.add((System.nanoTime() - begin) / 1e6);
            }
            took.sort(null);
            say(
                    "numbers and first 200 people for %s, all %,d checks in one community: p50 %.1f ms, p99 %.1f ms",
                    username, PEOPLE, took.get(PAGES / 2), took.get(PAGES * 99 / 100));
        }
    }

    private void oneByOne(NoticeView notice, double together) {
        UUID round = plan(notice, 3);
        seconds(() -> opening.openChunk(round));
        long begin = System.nanoTime();
        for (int i = 0; i < SINGLES; i++) {
            transaction.executeWithoutResult(status -> rows.miss(round, 1));
        }
        double each = (System.nanoTime() - begin) / 1e9;
        say(
                "one transaction each, without journal and message: %,.0f a second; together %.0f times as many",
                SINGLES / each, (PEOPLE / together) / (SINGLES / each));
    }

    private long count(UUID round, String state) {
        return jdbc.sql("select count(*) from daily_check where round = :round and state = :state")
                .param("round", round)
                .param("state", state)
                .query(Long.class)
                .single();
    }

    private long unreachable() {
        return jdbc.sql("select count(*) from person_case where 'UNREACHABLE' = any(marks)")
                .query(Long.class)
                .single();
    }

    private static void say(String format, Object... args) {
        System.out.println("bench: " + String.format(Locale.ROOT, format, args));
    }

    /** A PostgreSQL of its own that waits for the disk. */
    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            OwnPostgres server = OwnPostgres.start(
                    Path.of("target/bench-postgres-checks"),
                    Path.of("target/postgresql"),
                    ZoneId.of("Asia/Shanghai"),
                    java.util.Map.of());
            SpringApplication.getShutdownHandlers().add(server::close);
            try (var connection =
                            DriverManager.getConnection(server.url("postgres"), OwnPostgres.USER, server.password());
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists checks");
                statement.execute("create database checks");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            TestPropertyValues.of(
                            "spring.datasource.url=" + server.url("checks"),
                            "spring.datasource.username=" + OwnPostgres.USER,
                            "spring.datasource.password=" + server.password(),
                            "sifang.demo=true",
                            "sifang.data=target/bench-data",
                            "logging.level.root=warn")
                    .applyTo(context);
        }
    }
}
