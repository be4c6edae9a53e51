package org.sifang.person;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.TestDatabase;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.organization.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** People on a database of their own, without the application. */
class PersonFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2020-10-12T04:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.ofHours(8));

    final HikariDataSource database = pool((DriverManagerDataSource) TestDatabase.migrated());
    final JdbcClient jdbc = JdbcClient.create(database);
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    final List<Entry> journaled = new ArrayList<>();
    final Journal journal = mock();
    final Path keyFile;
    final Vault vault;
    final PersonRows rows;
    final PersonSeal seal;
    final People people;
    final KeyRotation rotation;

    PersonFixture(Path folder) {
        doAnswer(call -> journaled.add(call.getArgument(0))).when(journal).record(any());
        keyFile = folder.resolve("person.keys");
        vault = new Vault(new KeyFile(keyFile), true, jdbc, CLOCK);
        rows = new PersonRows(new JdbcTemplate(database));
        seal = new PersonSeal(vault);
        people = new People(rows, seal, new Unmasking(organizations()), journal);
        rotation = new KeyRotation(vault, List.of(new SealedPeople(rows, seal)), journal, transaction);
    }

    static Organizations organizations() {
        Organizations organizations = mock();
        when(organizations.find(anyString())).thenReturn(Optional.empty());
        List.of(
                        organization("150500", OrganizationKind.COMMAND, OrganizationLevel.CITY, "150500", null),
                        organization("150502", OrganizationKind.COMMAND, OrganizationLevel.COUNTY, "150502", null),
                        organization("150521", OrganizationKind.COMMAND, OrganizationLevel.COUNTY, "150521", null),
                        organization(
                                "C1", OrganizationKind.COMMUNITY, OrganizationLevel.COMMUNITY, "150502001003", null))
                .forEach(one -> when(organizations.find(one.code())).thenReturn(Optional.of(one)));
        return organizations;
    }

    private static Organization organization(
            String code, OrganizationKind kind, OrganizationLevel level, String division, @Nullable String sector) {
        return new Organization(code, code, kind, level, new DivisionCode(division), null, sector, null, null);
    }

    /** Somebody in an organisation who sees a place. */
    static Actor actor(String organization, String divisionPrefix, Role role) {
        return new Actor(
                organization + "." + role,
                "某",
                organization,
                Set.of(role),
                new Scope(List.of(new Scope.Reach(divisionPrefix, null, null))),
                List.of(organization + "/" + role),
                Set.of());
    }

    static FoundPerson person(int number) {
        return person(number, "测试某", "19900000001");
    }

    static FoundPerson person(int number, String name, String phone) {
        return new FoundPerson(
                new Document(DocumentType.ID_CARD, IdentityNumbers.of(number)),
                PersonName.of(name),
                Sex.MALE,
                30,
                PhoneNumber.of(phone),
                "通辽市科尔沁区示例街道8号");
    }

    List<SavedPerson> save(String holder, FoundPerson... found) {
        List<SavedPerson> saved = transaction.execute(status -> people.save(List.of(found), holder, NOON));
        return saved == null ? List.of() : saved;
    }

    private static HikariDataSource pool(DriverManagerDataSource source) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(source.getUrl());
        pool.setUsername(source.getUsername());
        pool.setPassword(source.getPassword());
        pool.setMaximumPoolSize(4);
        return pool;
    }

    @Override
    public void close() {
        database.close();
    }
}
