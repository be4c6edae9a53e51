package org.sifang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

/** An empty house that is no demonstration; everything is rolled back. */
@SifangTest
@Transactional
@NullMarked
class FirstAdministratorTests {

    private static final String FILE = "classpath:organisations/chifeng.yaml";

    @Autowired
    private SeedOrganizations seeds;

    @Autowired
    private Organizations organizations;

    @Autowired
    private OfficerRecords records;

    @Autowired
    private Officers officers;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void letsOneInWhoChangesHisPasswordFirst() {
        empty();

        start("a first password");

        assertThat(officers.inOrganization("150400"))
                .containsExactly(new Officer("root", "root", "150400", Set.of(Role.ADMIN), true, null));
        assertThat(encoder.matches(
                        "a first password", records.passwordHash("root").orElseThrow()))
                .isTrue();
        assertThat(jdbc.sql("select must_change_password from officer")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(organizations.find("150402")).isPresent();
    }

    @Test
    void withoutAPasswordNobodyComesIn() {
        empty();

        start(null);

        assertThat(records.isEmpty()).isTrue();
    }

    @Test
    void doesNothingOnceThereIsAnybody() {
        start("a first password");

        assertThat(officers.find("root")).isEmpty();
    }

    private void empty() {
        jdbc.sql("truncate standing, substitution, responsibility, officer_role, officer, organization")
                .update();
        organizations.changed();
    }

    private void start(@Nullable String password) {
        new FirstAdministrator(
                        new FirstAdministrator.Settings("root", password, "150400", List.of(FILE)),
                        seeds,
                        records,
                        encoder,
                        clock)
                .run(new DefaultApplicationArguments());
    }
}
