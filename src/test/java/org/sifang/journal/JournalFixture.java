package org.sifang.journal;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sifang.TestDatabase;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A journal on a database of its own, without the application: nothing seals unless the test does. */
class JournalFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2020-10-12T04:00:00Z");
    static final UUID NOTICE = UUID.fromString("01926f00-0000-7000-8000-000000000001");

    final HikariDataSource database;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Blocks blocks;
    final Journal journal;
    final JournalSealing sealing;

    JournalFixture() {
        this(TestDatabase.migrated());
    }

    JournalFixture(DataSource source) {
        database = pool(source);
        jdbc = JdbcClient.create(database);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        blocks = new Blocks(jdbc);
        sealing = new JournalSealing(blocks, transactions);
        Organizations organizations = mock();
        when(organizations.find(anyString())).thenReturn(Optional.empty());
        when(organizations.find("150502")).thenReturn(Optional.of(command("150502")));
        when(organizations.find("150521")).thenReturn(Optional.of(command("150521")));
        when(organizations.find("150502-HEALTH"))
                .thenReturn(Optional.of(new Organization(
                        "150502-HEALTH",
                        "示例卫健",
                        OrganizationKind.DEPARTMENT,
                        OrganizationLevel.COUNTY,
                        new DivisionCode("150502"),
                        "150502",
                        "HEALTH",
                        null,
                        null)));
        journal = new Journal(new EntryRows(new JdbcTemplate(database), jdbc, organizations), blocks, transactions);
    }

    private static HikariDataSource pool(DataSource source) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(6);
        return pool;
    }

    private static Organization command(String code) {
        return new Organization(
                code,
                "示例指挥部",
                OrganizationKind.COMMAND,
                OrganizationLevel.COUNTY,
                new DivisionCode(code),
                null,
                null,
                null,
                null);
    }

    static Entry entry(String subject, @Nullable String organization) {
        return new Entry(
                NOON,
                "150502.officer",
                "duty.received",
                "duty",
                subject,
                NOTICE,
                organization,
                Map.of("clause", "三(三)"));
    }

    static List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> entry("duty-" + number, "150502"))
                .toList();
    }

    /** Number of members of each block, in order. */
    List<Integer> blockSizes() {
        return jdbc.sql("select size from journal_block order by number")
                .query(Integer.class)
                .list();
    }

    /** The block the subject's only entry is in. */
    Optional<Long> blockOf(String subject) {
        return jdbc.sql("""
                        select b.number from journal_block b, journal_entry e
                         where e.subject = :subject and e.sequence = any(b.entries)
                        """).param("subject", subject).query(Long.class).optional();
    }

    @Override
    public void close() {
        database.close();
    }
}
