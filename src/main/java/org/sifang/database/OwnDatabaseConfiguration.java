package org.sifang.database;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Without {@code spring.datasource.url} the application brings its own PostgreSQL.
 *
 * <p>It only tells Spring Boot where the server is: the pool is Spring Boot's as always. The pool asks for these
 * details and they ask for the server, so that the engine closes before the pool and the pool before the server.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OwnDatabaseConfiguration.NoDatasourceConfigured.class)
class OwnDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    OwnPostgres ownPostgres(
            @Value("${sifang.data}") Path home,
            @Value("${sifang.zone}") ZoneId zone,
            @Value("${sifang.database.port:0}") int port) {
        Map<String, String> settings = port == 0 ? Map.of() : Map.of("port", Integer.toString(port));
        return OwnPostgres.start(home, home.resolve("postgresql"), zone, settings);
    }

    @Bean
    JdbcConnectionDetails ownPostgresConnection(OwnPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return OwnPostgres.USER;
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url(OwnPostgres.DATABASE);
            }
        };
    }

    static final class NoDatasourceConfigured extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean none = !OwnDatabaseByDefault.datasourceConfigured(context.getEnvironment());
            return new ConditionOutcome(
                    none, ConditionMessage.of("spring.datasource.url " + (none ? "absent" : "set")));
        }
    }
}
