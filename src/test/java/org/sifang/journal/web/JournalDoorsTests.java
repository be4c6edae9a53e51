package org.sifang.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalLine;
import org.sifang.journal.JournalSealing;
import org.sifang.journal.JournalTexts;
import org.sifang.kernel.Ids;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SifangTest
class JournalDoorsTests {

    private static final Instant DEADLINE = Instant.parse("2020-10-12T13:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Journal journal;

    @Autowired
    private JournalSealing sealing;

    @Autowired
    private JournalTexts texts;

    @Autowired
    private Actors actors;

    private final String subject = Ids.next().toString();

    @BeforeEach
    void twoCountiesActed() {
        journal.recordAll(List.of(
                claimed("150502.officer", "150502"), claimed("150521.officer", "150521"), claimed("system", "150502")));
    }

    /** A text of the task list, which names a fact. */
    private Entry claimed(String actor, String organization) {
        return new Entry(
                DEADLINE, actor, "task.claimed", "task", subject, null, organization, Map.of("task", "<b>签收</b>"));
    }

    @Test
    void aCountySeesItsOwnAndTheCitySeesBoth() throws Exception {
        mvc.perform(api("150502.officer"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.items[0].actor").value("system"))
                .andExpect(jsonPath("$.items[1].organisation").value("150502"))
                .andExpect(jsonPath("$.items[1].at").value("2020-10-12T13:00:00Z"))
                .andExpect(jsonPath("$.items[1].text").value("认领任务“<b>签收</b>”"));
        mvc.perform(api("city.leader")).andExpect(jsonPath("$.total").value(3));
        mvc.perform(api("city.leader").param("organisation", "150521"))
                .andExpect(jsonPath("$.total").value(1));
        mvc.perform(api("city.leader").param("from", "2020-10-12T21:00:01+08:00"))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void anInspectorIsNoReader() throws Exception {
        mvc.perform(api("inspector")).andExpect(status().isForbidden());
        mvc.perform(get("/journal").with(user("inspector"))).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/journal")).andExpect(status().isUnauthorized());
    }

    @Test
    void theApiVerifiesTheWholeJournal() throws Exception {
        sealing.sealNow();
        mvc.perform(get("/api/v1/journal/verification").with(basic("city.leader")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries").isNumber())
                .andExpect(jsonPath("$.intact").value(true))
                .andExpect(jsonPath("$.firstBroken").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void thePageShowsSentencesWithinTheScope(String language) throws Exception {
        String page = mvc.perform(get("/journal")
                        .param("subject", subject)
                        .param("organisation", "150502")
                        .param("from", "2020-10-12")
                        .param("until", "2020-10-12")
                        .cookie(new Cookie("sifang-language", language))
                        .with(user("150502.officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("&lt;b&gt;签收&lt;/b&gt;")
                .contains(language.equals("en") ? "Verify" : "核验完整性")
                .contains("subject=" + subject)
                .doesNotContain("??", "th:", "150521.officer", "<b>签收");
        assertThat(page.split("class=\"left")).hasSize(3);
    }

    @Test
    void thePageTellsTheResultOfAVerificationInWordsAlsoWithoutScripts() throws Exception {
        sealing.sealNow();
        mvc.perform(post("/journal/verification").with(user("city.leader")).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("记录完整，没有被改动。")))
                .andExpect(content().string(containsString("<!doctype html>")));
        mvc.perform(post("/journal/verification")
                        .header("HX-Request", "true")
                        .with(user("city.leader"))
                        .with(csrf()))
                .andExpect(content().string(containsString("记录完整，没有被改动。")))
                .andExpect(content().string(not(containsString("<main"))));
    }

    @Test
    void aTimelineSpeaksTheReadersLanguage() {
        List<JournalLine> chinese =
                texts.lines(subject, actors.byUsername("150502.officer"), Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese).extracting(JournalLine::sentence).containsOnly("认领任务“<b>签收</b>”");
        assertThat(chinese.get(0).who()).isEqualTo("系统");
        assertThat(texts.who("system", Locale.ENGLISH)).isEqualTo("System");
    }

    @Test
    void anEntryWhoseTextIsMissingIsShownAllTheSame() {
        String other = Ids.next().toString();
        journal.record(new Entry(DEADLINE, "system", "never.heard.of", "x", other, null, "150502", Map.of()));
        assertThat(texts.lines(journal.allAbout(other), Locale.SIMPLIFIED_CHINESE))
                .extracting(JournalLine::sentence)
                .containsExactly("有一项记录（never.heard.of）");
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder api(String username) {
        return get("/api/v1/journal").param("subject", subject).with(basic(username));
    }

    private static RequestPostProcessor basic(String username) {
        return httpBasic(username, "sifang-demo");
    }
}
