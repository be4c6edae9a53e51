package org.sifang.screening;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mockito.ArgumentMatchers;
import org.sifang.TestDatabase;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalForTests;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.organization.Scope;
import org.sifang.person.People;
import org.sifang.person.PeopleForTests;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Screening on a database of its own, without the application: nothing is read unless the test reads it. */
class ScreeningFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2020-10-12T04:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("Asia/Shanghai"));
    static final NoticeToScreen NOTICE = RowCheckTests.NOTICE;

    private static final Map<String, String> NAMES =
            Map.of("150500", "通辽市指挥部", "150502", "科尔沁区指挥部", "150521", "科左中旗指挥部");

    final HikariDataSource database;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final List<Entry> journaled = Collections.synchronizedList(new ArrayList<>());
    final List<Object> events = Collections.synchronizedList(new ArrayList<>());
    final Organizations organizations = mock();
    final PeopleForTests house;
    final People people;
    final ImportRows imports;
    final SheetStore store;
    final CaseRows cases;
    final Register register;
    final SheetIntake intake;
    final ImportWorker worker = mock();
    final SheetImports sheets;
    final ImportSearch search;
    final NoticeCategories notices = new OneNotice();
    final Journal journal;

    ScreeningFixture(Path folder) {
        this(folder, TestDatabase.migrated(), false);
    }

    /** @param writing whether the journal is written, or only listened to */
    ScreeningFixture(Path folder, DataSource source, boolean writing) {
        database = new HikariDataSource();
        database.setDataSource(source);
        database.setMaximumPoolSize(6);
        jdbc = JdbcClient.create(database);
        JdbcTemplate template = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        organizations();
        journal = writing ? JournalForTests.of(database, organizations) : listening();
        house = new PeopleForTests(folder, database, organizations, journal, CLOCK);
        people = house.people();
        imports = new ImportRows(jdbc, template);
        search = new ImportSearch(jdbc);
        store = new SheetStore(template, house.vault());
        cases = new CaseRows(template);
        register = new Register(people, cases, organizations, journal, CLOCK);
        intake = new SheetIntake(
                imports, store, register, notices, organizations, journal, events::add, transaction, CLOCK);
        sheets = new SheetImports(
                imports,
                search,
                new ImportAuthority(organizations),
                notices,
                new SheetArrival(imports, store, worker, journal, transaction),
                new RejectedSheet(imports, store, journal, messages(), CLOCK),
                people);
    }

    private Journal listening() {
        Journal listener = mock();
        doAnswer(call -> journaled.add(call.getArgument(0))).when(listener).record(any());
        return listener;
    }

    private static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/screening", "messages/person");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private void organizations() {
        List<Organization> all = Stream.concat(
                        Stream.of("150500", "150502", "150521")
                                .map(code -> new Organization(
                                        code,
                                        NAMES.getOrDefault(code, code),
                                        OrganizationKind.COMMAND,
                                        code.equals("150500") ? OrganizationLevel.CITY : OrganizationLevel.COUNTY,
                                        new DivisionCode(code),
                                        null,
                                        null,
                                        null,
                                        null)),
                        Stream.of(new Organization(
                                "C1",
                                "示例社区",
                                OrganizationKind.COMMUNITY,
                                OrganizationLevel.COMMUNITY,
                                new DivisionCode("150502001003"),
                                "150502",
                                null,
                                null,
                                null)))
                .toList();
        when(organizations.find(ArgumentMatchers.anyString()))
                .thenAnswer(call -> all.stream()
                        .filter(one -> one.code().equals(call.getArgument(0)))
                        .findFirst());
        when(organizations.require(ArgumentMatchers.anyString()))
                .thenAnswer(call -> organizations.find(call.getArgument(0)).orElseThrow());
        when(organizations.all()).thenReturn(all);
    }

    private static final class OneNotice implements NoticeCategories {

        @Override
        public Optional<NoticeToScreen> find(UUID id) {
            return Optional.of(NOTICE).filter(notice -> notice.id().equals(id));
        }

        @Override
        public NoticeToScreen require(String idOrNumber, Actor reader) {
            if (idOrNumber.equals(NOTICE.id().toString()) || idOrNumber.equals(NOTICE.number())) {
                return NOTICE;
            }
            throw new NotFoundException("notice");
        }

        @Override
        public List<NoticeToScreen> inForce(Actor reader) {
            return List.of(NOTICE);
        }
    }

    static Actor actor(String organization, String reach, Role role) {
        return new Actor(
                organization + "." + role,
                "某",
                organization,
                Set.of(role),
                new Scope(List.of(new Scope.Reach(reach, null, null))),
                List.of(organization + "/" + role),
                Set.of());
    }

    static Actor officer(String county) {
        return actor(county, county, Role.OFFICER);
    }

    UUID upload(String county, byte[] content) {
        return sheets.accept(
                NOTICE.id().toString(), county, "人员.xlsx", new ByteArrayResource(content), officer(county), NOON);
    }

    /** Uploads and reads to the end. */
    SheetImport run(String county, byte[] content) {
        UUID id = upload(county, content);
        read(() -> false);
        return imports.find(id).orElseThrow();
    }

    /** One node's worker takes up what nobody reads. */
    void read(BooleanSupplier stop) {
        Reader reader = new Reader(stop);
        imports.claim(reader.id(), reader.lease()).ifPresent(sheet -> intake.read(sheet, reader));
    }

    record Reader(UUID id, Duration lease, BooleanSupplier stop) implements SheetIntake.Reader {

        Reader(BooleanSupplier stop) {
            this(Ids.next(), Duration.ofMinutes(1), stop);
        }

        @Override
        public boolean shouldStop() {
            return stop.getAsBoolean();
        }
    }

    /** Another key seals from now on. */
    void rotate() {
        house.rotate(NOON);
    }

    void empty() {
        jdbc.sql(
                        "truncate person, person_holder, person_case, case_sighting, screening_import, screening_file, screening_row")
                .update();
        journaled.clear();
        events.clear();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        database.close();
    }
}
