package org.sifang.person;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.sifang.journal.Journal;
import org.sifang.organization.Organizations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People for tests of other capabilities that run without the application. */
public record PeopleForTests(Vault vault, People people) {

    public PeopleForTests(Path folder, DataSource database, Organizations organizations, Journal journal, Clock clock) {
        this(
                new Vault(new KeyFile(folder.resolve("person.keys")), true, JdbcClient.create(database), clock),
                database,
                organizations,
                journal);
    }

    private PeopleForTests(Vault vault, DataSource database, Organizations organizations, Journal journal) {
        this(
                vault,
                new People(
                        new PersonRows(new JdbcTemplate(database)),
                        new PersonSeal(vault),
                        new Unmasking(organizations),
                        journal));
    }

    public void rotate(Instant now) {
        vault.rotate(now);
    }
}
