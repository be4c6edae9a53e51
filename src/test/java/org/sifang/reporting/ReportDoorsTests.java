package org.sifang.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.notice.Duties;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Who gets through which door: his own county, another one, another line, nobody. */
@SifangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportDoorsTests {

    private static final String PASSWORD = "sifang-demo";

    @Autowired
    MockMvc http;

    @Autowired
    Clock clock;

    @Autowired
    NoticeDesk notices;

    @Autowired
    DutyDesk desk;

    @Autowired
    Duties duties;

    @Autowired
    Journal journal;

    @Autowired
    Actors actors;

    NoticeView notice;
    UUID report;

    @BeforeAll
    void reportZero() {
        Actor city = actors.byUsername("city.leader");
        notice = notices.draft(ReportStage.definition(clock), city);
        notices.issueAtOnce(notice.id(), city);
        report = duties.list(city, DutyFilter.of(notice.id(), "150502", "stock"), 0, 1)
                .items()
                .get(0)
                .id();
        Actor officer = actors.byUsername("150502.officer");
        desk.receive(report, null, null, officer);
        desk.submit(report, true, "全区已排查", officer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"150502.officer", "150502.leader", "city.officer", "city.leader", "api", "supervisor"})
    void thoseInItsPlaceAndItsIssuerReadTheReport(String reader) throws Exception {
        http.perform(get("/api/v1/reports/{id}", report).with(httpBasic(reader, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(report.toString()))
                .andExpect(jsonPath("$.organisation").value("150502"))
                .andExpect(jsonPath("$.state").value("SUBMITTED"))
                .andExpect(jsonPath("$.timeliness").value("ON_TIME"))
                .andExpect(jsonPath("$.zero").value(true))
                .andExpect(jsonPath("$.people").value(0))
                .andExpect(jsonPath("$.remark").value("全区已排查"))
                .andExpect(jsonPath("$.hash").isString())
                .andExpect(jsonPath("$.supplements").isEmpty())
                .andExpect(jsonPath("$.cumulative").value(0));
        http.perform(get("/api/v1/reports")
                        .param("notice", notice.id().toString())
                        .param("organisation", "150502")
                        .with(httpBasic(reader, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value(report.toString()));
        http.perform(get("/api/v1/reports/{id}/verification", report).with(httpBasic(reader, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.intact").value(true))
                .andExpect(jsonPath("$.tables[0].verdict").value("INTACT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"150521.officer", "150502.health", "150502.community", "150404.officer", "lab"})
    void forAnotherCountyAndAnotherLineThereIsNoSuchReport(String stranger) throws Exception {
        for (String path : List.of("", "/verification", "/table.xlsx", "/table.pdf")) {
            http.perform(get("/api/v1/reports/" + report + path).with(httpBasic(stranger, PASSWORD)))
                    .andExpect(status().isNotFound());
        }
        for (String path : List.of("", "/table.xlsx", "/table.pdf", "/preview.pdf")) {
            http.perform(get("/reports/" + report + path).with(user(stranger))).andExpect(status().isNotFound());
        }
        http.perform(post("/api/v1/reports/{id}/supplement", report).with(httpBasic(stranger, PASSWORD)))
                .andExpect(status().isNotFound());
        http.perform(get("/api/v1/reports")
                        .param("notice", notice.id().toString())
                        .with(httpBasic(stranger, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void nobodyGetsInWithoutAName() throws Exception {
        for (String path : List.of("", "/" + report, "/" + report + "/table.xlsx", "/" + report + "/table.pdf")) {
            http.perform(get("/api/v1/reports" + path)).andExpect(status().isUnauthorized());
            http.perform(get("/reports" + path)).andExpect(redirectedUrlPattern("/login*"));
        }
        http.perform(post("/api/v1/reports/{id}/supplement", report)).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(strings = {"150502.officer", "150502.leader", "city.officer", "city.leader", "api"})
    void thoseBetweenWhomItGoesMayTakeTheTableAndThatIsWrittenDown(String reader) throws Exception {
        http.perform(get("/api/v1/reports/{id}/table.pdf", report).with(httpBasic(reader, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(header().string("Cache-Control", "no-store"));
        byte[] sheet = http.perform(
                        get("/api/v1/reports/{id}/table.xlsx", report).with(httpBasic(reader, PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(sheet).startsWith('P', 'K');

        assertThat(journal.allAbout(report.toString()))
                .filteredOn(entry -> entry.actor().equals(reader))
                .extracting(JournalEntryView::action)
                .containsSubsequence("report.downloaded", "report.downloaded");
    }

    @Test
    void aSupervisorReadsTheNumbersButNotThePeople() throws Exception {
        http.perform(get("/api/v1/reports/{id}/table.xlsx", report).with(httpBasic("supervisor", PASSWORD)))
                .andExpect(status().isForbidden());
        http.perform(get("/reports/{id}/table.pdf", report).with(user("supervisor")))
                .andExpect(status().isForbidden());
        http.perform(get("/reports/{id}", report).with(user("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("table.pdf"))));
    }

    @Test
    void onlyTheReportingOrganisationAddsToItsReport() throws Exception {
        http.perform(post("/api/v1/reports/{id}/supplement", report).with(httpBasic("city.officer", PASSWORD)))
                .andExpect(status().isForbidden());
        http.perform(post("/api/v1/reports/{id}/supplement", report)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"remark\": \"夜间返回\"}")
                        .with(httpBasic("150502.officer", PASSWORD)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.faults[0].code").value("fault.reporting.supplement.nobody"));
        http.perform(post("/reports/{id}/supplement", report)
                        .param("remark", "夜间返回")
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("报送后没有新查到的人员")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void thePagesSpeakTheReadersLanguage(String language) throws Exception {
        for (String path : List.of(
                "/reports",
                "/reports?notice=" + notice.id() + "&tally=ZERO",
                "/reports?organisation=150502&date=2020-10-12",
                "/reports/" + report)) {
            String page = http.perform(get(path)
                            .cookie(new Cookie("sifang-language", language))
                            .with(user("150502.officer")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(page).doesNotContain("??");
        }
        String verified = http.perform(post("/reports/{id}/verification", report)
                        .header("HX-Request", "true")
                        .cookie(new Cookie("sifang-language", language))
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(verified).contains(language.equals("zh") ? "与报送时一致" : "is what was submitted");
        assertThat(verified).doesNotContain("<html");
    }

    @Test
    void theListShowsTheSilentBesideTheZero() throws Exception {
        http.perform(get("/reports").param("notice", notice.id().toString()).with(user("city.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("零报告")))
                .andExpect(content().string(containsString("霍林郭勒")));
    }
}
