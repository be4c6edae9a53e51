package org.sifang.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.OfficerRecords.NewOfficer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens an empty house that is not a demonstration: somebody has to let the others in. Does nothing once there is any
 * officer, so that a forgotten setting opens no back door.
 */
@Component
@ConditionalOnProperty(name = "sifang.demo", havingValue = "false", matchIfMissing = true)
@Order(DemoAccounts.ORDER)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Settings settings;
    private final SeedOrganizations seeds;
    private final OfficerRecords records;
    private final PasswordEncoder encoder;
    private final Clock clock;

    FirstAdministrator(
            Settings settings, SeedOrganizations seeds, OfficerRecords records, PasswordEncoder encoder, Clock clock) {
        this.settings = settings;
        this.seeds = seeds;
        this.records = records;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * @param password to be changed at the first login; without it nobody is let in
     * @param organisation code of the organisation he administers, with everything in its scope
     * @param organisations files with organisations to begin with
     */
    @ConfigurationProperties("sifang.first-administrator")
    record Settings(
            @DefaultValue("admin") String username,
            @Nullable String password,
            @DefaultValue("150500") String organisation,

            @DefaultValue("classpath:organisations/tongliao.yaml")
            List<String> organisations) {

        @Override
        public String toString() {
            return username;
        }
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!records.isEmpty()) {
            return;
        }
        if (settings.password() == null) {
            log.warn("Nobody can sign in yet: set sifang.first-administrator.password and start again");
            return;
        }
        Instant now = clock.instant();
        seeds.addMissing(settings.organisations(), now);
        OfficerDraft draft = new OfficerDraft(
                settings.username(), settings.username(), settings.organisation(), Set.of(Role.ADMIN), null);
        records.addAll(List.of(new NewOfficer(draft, encoder.encode(settings.password()), true)), now);
        log.info("{} may sign in and let the others in", settings.username());
    }
}
