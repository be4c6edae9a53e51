package org.sifang.database;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Demo accounts come with the own database by themselves, and with a configured one only when asked for. */
final class OwnDatabaseByDefault implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean demo = !datasourceConfigured(environment);
        environment.getPropertySources().addLast(new MapPropertySource("ownDatabase", Map.of("sifang.demo", demo)));
    }

    static boolean datasourceConfigured(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }
}
