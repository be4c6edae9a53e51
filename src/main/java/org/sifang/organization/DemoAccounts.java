package org.sifang.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sifang.organization.OfficerRecords.NewOfficer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills an empty house for a demonstration: both cities' organisations and an account for every part. Adds what is missing
 * at every start and changes nothing that is there. Demo data of other capabilities come after it (a higher order).
 */
@Component
@ConditionalOnProperty("sifang.demo")
@Order(DemoAccounts.ORDER)
public class DemoAccounts implements ApplicationRunner {

    public static final int ORDER = 100;
    public static final String PASSWORD = "sifang-demo";

    private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);
    private static final List<String> FILES = List.of(
            "classpath:organisations/tongliao.yaml",
            "classpath:organisations/tongliao-demo.yaml",
            "classpath:organisations/chifeng.yaml",
            "classpath:organisations/chifeng-demo.yaml");

    private final SeedOrganizations seeds;
    private final Organizations organizations;
    private final OfficerRecords records;
    private final PasswordEncoder encoder;
    private final Clock clock;

    DemoAccounts(
            SeedOrganizations seeds,
            Organizations organizations,
            OfficerRecords records,
            PasswordEncoder encoder,
            Clock clock) {
        this.seeds = seeds;
        this.organizations = organizations;
        this.records = records;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        Instant now = clock.instant();
        ImportCounts counts = seeds.addMissing(FILES, now);
        DemoStaff staff = DemoStaff.of(organizations.all());
        // One hash for all: each would cost as much time as a login.
        String hash = encoder.encode(PASSWORD);
        records.addAll(
                staff.officers().stream()
                        .map(draft -> new NewOfficer(draft, hash, false))
                        .toList(),
                now);
        records.appointMissing(staff.responsibilities());
        log.warn(
                "Demonstration: {} organisations added, {} accounts with the published password {}",
                counts.created(),
                staff.officers().size(),
                PASSWORD);
    }
}
