package org.sifang.person;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** Where the keys are. Only a house with its own database, or a demo, may make them itself. */
@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    @Bean
    Vault vault(
            Environment environment,
            @Value("${sifang.data}") Path data,
            @Value("${sifang.key-file:}") String keyFile,
            @Value("${sifang.demo:false}") boolean demo,
            JdbcClient jdbc,
            Clock clock) {
        boolean ownDatabase = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        if (!StringUtils.hasText(keyFile) && !ownDatabase && !demo) {
            throw new KeyFileException(
                    "A database is configured (spring.datasource.url), but no key file for the personal data in it.",
                    "Name one with sifang.key-file; every node needs the same. Make it once with the program"
                            + " option --sifang.create-key-file=true, and keep a copy apart from the database.");
        }
        Path path = StringUtils.hasText(keyFile) ? Path.of(keyFile) : data.resolve("person.keys");
        boolean mayCreate =
                ownDatabase || demo || environment.getProperty("sifang.create-key-file", Boolean.class, false);
        return new Vault(new KeyFile(path), mayCreate, jdbc, clock);
    }
}
