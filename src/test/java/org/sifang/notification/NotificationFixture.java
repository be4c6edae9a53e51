package org.sifang.notification;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sifang.TestDatabase;
import org.sifang.kernel.DivisionCode;
import org.sifang.notification.Message.Channel;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The capability on a database of its own. Nothing polls: a test lets the outbox run, or a commit wakes it. */
class NotificationFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2020-10-12T04:00:00Z");
    static final String SECRET = "not-a-secret";
    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    static final Duration SECOND_PAUSE = Duration.ofMinutes(5);

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final Notifications notifications;
    final Inbox inbox;
    final Outbox outbox;
    final Undelivered undelivered;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;

    /**
     * @param smtpPort of the mail server on this machine; null when there is none
     * @param webhook null when there is none
     */
    NotificationFixture(@Nullable Integer smtpPort, @Nullable URI webhook) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "spring.mail.username",
                                "sifang@sifang.example",
                                "sifang.url",
                                "https://sifang.example/")));
        context.registerBean(MailSettings.class, () -> new MailSettings(true, null, Duration.ZERO));
        context.registerBean(
                WebhookSettings.class, () -> new WebhookSettings(true, webhook, SECRET, Duration.ofSeconds(2)));
        context.registerBean(
                OutboxSettings.class,
                () -> new OutboxSettings(
                        Duration.ofDays(1),
                        List.of(FIRST_PAUSE, SECOND_PAUSE),
                        Duration.ofMinutes(10),
                        Duration.ofDays(30)));
        if (smtpPort != null) {
            context.registerBean(JavaMailSender.class, () -> sender(smtpPort));
        }
        context.register(Beans.class, MessageTexts.class, Inbox.class, Outbox.class, Undelivered.class);
        context.register(
                MailLetters.class, MailCourier.class, WebhookCourier.class, Dispatcher.class, Notifications.class);
        context.refresh();
        notifications = context.getBean(Notifications.class);
        inbox = context.getBean(Inbox.class);
        outbox = context.getBean(Outbox.class);
        undelivered = context.getBean(Undelivered.class);
        jdbc = context.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    static Message message(String recipient, String key, String subject) {
        return new Message(
                recipient,
                key,
                List.of("存量排查", "2020-10-12T13:00:00Z"),
                "/duties/" + subject,
                subject,
                Set.of(Channel.INBOX, Channel.MAIL, Channel.WEBHOOK));
    }

    /** Sends without waking anybody: the thread that the commit wakes would race with the test. */
    void send(Message... messages) {
        context.getBean(Dispatcher.class).stop();
        notifications.send(List.of(messages));
    }

    /** From now on somebody substitutes somebody. */
    void substituted(String absent, String substitute) {
        Officers officers = context.getBean(Officers.class);
        when(officers.substitutes(
                        org.mockito.ArgumentMatchers.argThat(names -> names.contains(absent)),
                        org.mockito.ArgumentMatchers.any()))
                .thenReturn(Map.of(absent, List.of(substitute)));
        org.mockito.Mockito.clearInvocations(officers);
    }

    /** How often it was asked who substitutes whom. */
    int substitutionQueries() {
        return (int) org.mockito.Mockito.mockingDetails(context.getBean(Officers.class)).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("substitutes"))
                .count();
    }

    void run() {
        context.getBean(Dispatcher.class).runNow();
    }

    /** As if the time to the next try had passed. */
    void letPauseEnd() {
        jdbc.sql("update outbox_message set due_at = now() where state = 'WAITING'")
                .update();
    }

    List<String> states() {
        return jdbc.sql("select state from outbox_message order by id")
                .query(String.class)
                .list();
    }

    /** Minutes until the next try, rounded. */
    long pause() {
        return jdbc.sql(
                        "select round(extract(epoch from min(due_at) - now()) / 60) from outbox_message where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    private static JavaMailSender sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", "2000");
        properties.setProperty("mail.smtp.timeout", "2000");
        return sender;
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration
    @EnableTransactionManagement
    static class Beans {

        @Bean
        DataSource dataSource() {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(TestDatabase.migrated());
            pool.setMaximumPoolSize(4);
            return pool;
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        ResourceBundleMessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasenames("messages/notification", "notification-test");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOON, ZoneId.of("Asia/Shanghai"));
        }

        @Bean
        ObjectMapper json() {
            return JsonMapper.builder().addModule(new JavaTimeModule()).build();
        }

        @Bean
        Wording wording() {
            Wording wording = mock();
            when(wording.of(anyString(), org.mockito.ArgumentMatchers.any(Locale.class)))
                    .thenAnswer(call -> call.getArgument(0));
            when(wording.officerName(anyString())).thenAnswer(call -> call.getArgument(0));
            when(wording.moment(NOON, Locale.SIMPLIFIED_CHINESE)).thenReturn("2020年10月12日 12:00");
            return wording;
        }

        @Bean
        Officers officers() {
            Officers officers = mock();
            when(officers.find(anyString())).thenReturn(Optional.empty());
            for (String username : List.of("150502.officer", "150502.leader")) {
                when(officers.find(username))
                        .thenReturn(Optional.of(officer(username, true, username + "@sifang.example")));
            }
            when(officers.find("no.mail")).thenReturn(Optional.of(officer("no.mail", true, null)));
            when(officers.find("bad.mail")).thenReturn(Optional.of(officer("bad.mail", true, "a\r\nBcc: b@c")));
            when(officers.find("gone")).thenReturn(Optional.of(officer("gone", false, "gone@sifang.example")));
            return officers;
        }

        @Bean
        Organizations organizations() {
            Organizations organizations = mock();
            when(organizations.find("150502"))
                    .thenReturn(Optional.of(new Organization(
                            "150502",
                            "示例指挥部",
                            OrganizationKind.COMMAND,
                            OrganizationLevel.COUNTY,
                            new DivisionCode("150502"),
                            null,
                            null,
                            null,
                            null)));
            return organizations;
        }

        private static Officer officer(String username, boolean active, @Nullable String email) {
            return new Officer(username, "示例", "150502", Set.of(Role.OFFICER), active, email);
        }
    }
}
