package org.sifang.journal;

import javax.sql.DataSource;
import org.sifang.organization.Organizations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A journal that really writes, for tests of other capabilities that run without the application. */
public final class JournalForTests {

    private JournalForTests() {}

    public static Journal of(DataSource database, Organizations organizations) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new Journal(
                new EntryRows(new JdbcTemplate(database), jdbc, organizations),
                new Blocks(jdbc),
                new DataSourceTransactionManager(database));
    }
}
