package org.sifang.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.kernel.Ids;
import org.sifang.notification.Inbox;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SifangTest
class MessagesDoorsTests {

    private static final String ME = "150523.officer";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String subject = Ids.next().toString();

    @BeforeEach
    void oneNewMessage() {
        inbox.readAll(ME, clock.instant());
        notifications.send(List.of(new Message(
                ME,
                "no.such.text",
                List.of(),
                "/journal?subject=" + subject,
                subject,
                Set.of(Channel.INBOX, Channel.MAIL, Channel.WEBHOOK))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void thePageShowsWhatIsUnreadWithTheNumberInTheBar(String language) throws Exception {
        String page = mvc.perform(get("/messages")
                        .param("unread", "true")
                        .cookie(new Cookie("sifang-language", language))
                        .with(user(ME)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("/messages/" + mine(), "class=\"bell\"", "<span class=\"count\">1</span>")
                .contains(language.equals("en") ? "Mark all as read" : "全部标为已读")
                .doesNotContain("??", "th:");
    }

    @Test
    void openingLeadsToTheSubjectAndMarksAsRead() throws Exception {
        mvc.perform(get("/messages/{id}", mine()).with(user("150523.leader"))).andExpect(status().isNotFound());
        assertThat(inbox.unread(ME)).isEqualTo(1);
        mvc.perform(get("/messages/{id}", mine()).with(user(ME)))
                .andExpect(redirectedUrl("/journal?subject=" + subject));
        assertThat(inbox.unread(ME)).isZero();
    }

    @Test
    void marksOneOrAllAsRead() throws Exception {
        mvc.perform(post("/messages/{id}/read", mine()).with(user(ME)).with(csrf()))
                .andExpect(redirectedUrl("/messages"));
        assertThat(inbox.unread(ME)).isZero();
        oneNewMessage();
        mvc.perform(post("/messages/read").with(user(ME)).with(csrf()))
                .andExpect(redirectedUrl("/messages"))
                .andExpect(flash().attribute("flash", "notification.allRead"));
        assertThat(inbox.unread(ME)).isZero();
    }

    @Test
    void theApiListsOnesOwnMessagesOnly() throws Exception {
        mvc.perform(get("/api/v1/messages").param("unread", "true").with(httpBasic(ME, "sifang-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].subject").value(subject))
                .andExpect(jsonPath("$.items[0].readAt").isEmpty());
        mvc.perform(post("/api/v1/messages/{id}/read", mine()).with(httpBasic("150523.leader", "sifang-demo")))
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/messages/{id}/read", mine()).with(httpBasic(ME, "sifang-demo")))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/v1/messages").param("unread", "true").with(httpBasic(ME, "sifang-demo")))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void aSupervisorSeesWhatWasGivenUpAndWhyAndLetsItLeaveAgain() throws Exception {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into outbox_message (id, channel, recipient, key, args, subject, sent_at, state, attempts, cause, detail, done_at)
                        values (:id, 'WEBHOOK', :me, 'no.such.text', '[]', :subject, now(), 'DEAD', 9, 'REFUSED', 403, now())
                        """).param("id", id).param("me", ME).param("subject", subject).update();
        mvc.perform(get("/messages/undelivered").with(user(ME))).andExpect(status().isForbidden());
        mvc.perform(get("/messages/undelivered").with(user("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("对方服务器拒绝接收（应答码 403）。")));
        mvc.perform(post("/messages/undelivered/{id}/again", id)
                        .with(user("supervisor"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/messages/undelivered"));
        assertThat(jdbc.sql("delete from outbox_message where id = :id returning state")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
    }

    private UUID mine() {
        return inbox.list(ME, true, 0, 1, Locale.ROOT).items().get(0).id();
    }
}
